namespace Plenum.Store.Tests;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void A_second_opener_is_told_that_the_folder_is_in_use()
    {
        using (DataFolder.Open(temporary.Data))
            Assert.IsType<FolderRefusal.InUse>(Refusal());
        DataFolder.Open(temporary.Data).Dispose();
    }

    [Fact]
    public void A_newer_format_is_refused_with_both_numbers_and_the_folder_let_go()
    {
        DataFolder.Open(temporary.Data).Dispose();
        File.WriteAllText(Path.Combine(temporary.Data, "format"), "plenum-data 7\n");
        Assert.Equal(new FolderRefusal.NewerFormat(temporary.Data, 7, 1), Refusal());
        Assert.Equal("folder.newer-format", Refusal().Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plenum-data 0\n")]
    [InlineData("plenum-data one\n")]
    [InlineData("something else\n")]
    public void A_format_nobody_knows_is_refused(string format)
    {
        DataFolder.Open(temporary.Data).Dispose();
        File.WriteAllText(Path.Combine(temporary.Data, "format"), format);
        Assert.IsType<FolderRefusal.UnknownFormat>(Refusal());
    }

    [Fact]
    public void A_record_without_a_format_is_not_taken_for_a_new_folder()
    {
        using (var folder = DataFolder.Open(temporary.Data))
            Record.Open(folder).Dispose();
        File.Delete(Path.Combine(temporary.Data, "format"));
        Assert.IsType<FolderRefusal.UnknownFormat>(Refusal());
    }

    [Fact]
    public void A_mistyped_path_founds_nothing()
    {
        var refused = Assert.Throws<FolderRefusedException>(() =>
            DataFolder.OpenExisting(temporary.Data)
        );
        Assert.IsType<FolderRefusal.Missing>(refused.Refusal);
        Assert.False(Directory.Exists(temporary.Data));
    }

    private FolderRefusal Refusal() =>
        Assert.Throws<FolderRefusedException>(() => DataFolder.Open(temporary.Data)).Refusal;
}
