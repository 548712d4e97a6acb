using Microsoft.CodeAnalysis;

namespace Plenum.Analyzers;

/// <summary>One thing a place in a value can be: some value of a type, one constant of it, or null.</summary>
internal sealed class Alternative
{
    public static readonly Alternative Nothing = new(null, null, isNull: true);

    private readonly ITypeSymbol? _type;
    private readonly object? _constant;
    private readonly bool _isNull;

    private Alternative(ITypeSymbol? type, object? constant, bool isNull) =>
        (_type, _constant, _isNull) = (type, constant, isNull);

    public static Alternative Any(ITypeSymbol? type) => new(type, null, isNull: false);

    public static Alternative Constant(ITypeSymbol type, object value) =>
        new(type, value, isNull: false);

    public bool Is(ITypeSymbol? matched) => _type is not null && ClosedHierarchy.Is(_type, matched);

    public bool CannotBe(ITypeSymbol? matched) =>
        _isNull
        || (
            _type is { IsSealed: true }
            && matched is { TypeKind: TypeKind.Class or TypeKind.Struct }
            && !ClosedHierarchy.Is(_type, matched)
        );

    public bool IsConstant(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: var constant }
        && (constant is null ? _isNull : constant.Equals(_constant));

    public bool IsNot(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: var constant }
        && (constant is null ? !_isNull : _constant is not null && !constant.Equals(_constant));
}
