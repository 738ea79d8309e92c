using System.ComponentModel;
using System.Diagnostics;

namespace OnRecord.Archive.Tests.Faults;

/// <summary>A disk of a few megabytes: a tmpfs in a folder made for it. The test is skipped where it can't be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    readonly TempFolder _folder = new();

    internal SmallDisk(int megabytes)
    {
        Path = _folder.File("disk");
        Directory.CreateDirectory(Path);
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "onrecord-test", Path) is { } why)
        {
            _folder.Dispose();
            Assert.Skip($"a small disk can't be mounted here: {why}");
        }
    }

    internal string Path { get; }

    internal string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Fills the disk but for some kilobytes; deleting the file frees it.</summary>
    internal string Fill(int leaveKilobytes)
    {
        var filler = File("filler");
        using var stream = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        try
        {
            stream.Write(new byte[Math.Max(0, new DriveInfo(Path).AvailableFreeSpace - leaveKilobytes * 1024L)]);
        }
        catch (IOException)
        {
            // full
        }
        return filler;
    }

    internal void MakeReadOnly() => Assert.Null(Run("mount", "-o", "remount,ro", Path));

    /// <returns>Why it failed, or null.</returns>
    static string? Run(string program, params string[] args)
    {
        if (!OperatingSystem.IsLinux())
            return "this is no Linux";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : error.Trim();
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
    }

    public void Dispose()
    {
        Run("umount", Path);
        _folder.Dispose();
    }
}
