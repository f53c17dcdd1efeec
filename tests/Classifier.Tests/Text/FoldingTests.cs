using CsCheck;
using Monitoring.Classifier.Text;

namespace Monitoring.Classifier.Tests.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Österreich", "osterreich")]
    [InlineData("Côte d’Ivoire", "cote d'ivoire")]
    [InlineData("Guinea-Bissau", "guinea bissau")]
    [InlineData("TÜRKİYE", "turkiye")]
    [InlineData("Straße", "strasse")]
    [InlineData("ＡＩ", "ai")]
    [InlineData("الإمارات", "الامارات")]
    [InlineData("e\u0301te\u0301", "ete")]
    public void Spellings_of_one_name_fold_alike(string name, string expected) => Assert.Equal(expected, Folding.FoldName(name));

    [Fact]
    public void Every_folded_span_maps_into_the_original() =>
        Gen.String.Sample(text =>
        {
            var folded = Folding.Fold(text);

            for (var index = 0; index < folded.Length; index++)
            {
                var (start, length) = folded.ToOriginal(index, index + 1);
                Assert.InRange(start, 0, text.Length - 1);
                Assert.InRange(start + length, start + 1, text.Length);
            }
        });
}
