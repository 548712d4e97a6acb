using System.Buffers.Text;

namespace Plenum.Bench;

/// <summary>
/// Papers that anybody can make again: SplitMix64 from state 1; a paper draws a length from 1 to 12 and then that many
/// candidates, u squared of them, leaving out whom it names already.
/// </summary>
public static class Synthetic
{
    public static byte[] Blt(int papers, int candidates = 30, int seats = 10)
    {
        var file = new byte[(papers * 48L) + 65_536];
        var at = 0;
        Number(candidates, ' ');
        Number(seats, '\n');
        var state = 1UL;
        var named = new int[candidates];
        for (var paper = 1; paper <= papers; paper++)
        {
            Number(1, ' ');
            for (var length = 1 + (int)(Draw() % 12); length > 0; length--)
            {
                var u = (Draw() >> 11) / (double)(1L << 53);
                var candidate = (int)(candidates * u * u);
                if (named[candidate] == paper)
                    continue;
                named[candidate] = paper;
                Number(candidate + 1, ' ');
            }
            Number(0, '\n');
        }
        Number(0, '\n');
        for (var candidate = 1; candidate <= candidates; candidate++)
            Number(candidate, '\n');
        Array.Resize(ref file, at);
        return file;

        void Number(int number, char then)
        {
            Utf8Formatter.TryFormat(number, file.AsSpan(at), out var written);
            file[at + written] = (byte)then;
            at += written + 1;
        }

        ulong Draw()
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15;
                var z = state;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return z ^ (z >> 31);
            }
        }
    }
}
