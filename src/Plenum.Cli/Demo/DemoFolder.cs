namespace Plenum.Cli.Demo;

/// <summary>Where a demonstration lives: in the folder named, or in a fresh one that goes when it ends.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly bool _passing;

    private DemoFolder(string path, bool passing) => (Path, _passing) = (path, passing);

    public string Path { get; }

    public static DemoFolder At(string? path) =>
        path is null
            ? new(Directory.CreateTempSubdirectory("plenum-demo-").FullName, passing: true)
            : new(path, passing: false);

    public void Dispose()
    {
        if (_passing)
            Directory.Delete(Path, recursive: true);
    }
}
