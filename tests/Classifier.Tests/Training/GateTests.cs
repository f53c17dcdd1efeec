using Monitoring.Classifier.Training;

namespace Monitoring.Classifier.Tests.Training;

public sealed class GateTests
{
    [Theory]
    [InlineData(450, 450, false)]
    [InlineData(450, 480, false)]
    [InlineData(450, 440, false)]
    [InlineData(450, 400, true)]
    public void A_class_that_got_worse_by_more_than_chance_holds_a_model_back(int before, int after, bool isHeld)
    {
        Measure[] last = [new("countries", before, 500, 500)], next = [new("countries", after, 500, 500)];

        Assert.Equal(isHeld, Gate.Complaints(last, next).Count > 0);
    }

    [Fact]
    public void A_class_of_few_examples_may_fall_further() => Assert.Empty(Gate.Complaints([new("role place", 6, 8, 8)], [new("role place", 5, 8, 8)]));

    [Fact]
    public void A_class_that_the_last_model_did_not_know_passes() => Assert.Empty(Gate.Complaints([], [new("countries", 0, 500, 500)]));
}
