using Microsoft.CodeAnalysis.Text;

namespace LogItems.Generators;

/// <summary>Emits the reader of a model: one static class.</summary>
internal static class ModelReaderEmitter
{
    public static SourceText Emit(ModelType model)
    {
        var code = CodeWriter.ForReadersOf(model.Namespace);
        code.Line($"/// <summary>Reads <see cref=\"{model.Name}\"/> from UTF-8.</summary>");
        code.Block($"internal static class {model.Name}Reader", () =>
        {
            EmitFields(code, model);
            EmitRead(code, model);
            code.Line();
            EmitReadByLayout(code, model);
            code.Line();
            EmitPropertyOf(code, model);
            if (model.IsFlat)
            {
                code.Line();
                EmitCopy(code, model);
            }

            code.Line();
            EmitKnown(code, model);
        });
        return code.ToSource();
    }

    private static void EmitFields(CodeWriter code, ModelType model)
    {
        var names = string.Join(", ", model.Properties.Select(property => NameMatchEmitter.Literal(property.WireName)));
        code.Line($"private static readonly PropertyNames Names = new({names});");
        foreach (var property in model.Properties.Where(property => !property.Value.IsScalar))
        {
            code.Line(
                $"private static readonly ValueReader<{property.Value.Name}> {ValueCode.Field(property)} = {ValueCode.Reader(property.Value)};");
        }

        var copy = model.IsFlat ? ", Copy = Copy" : "";
        code.Line().Line("/// <summary>The reader as a value.</summary>");
        code.Line(
            $"public static ObjectReader<{model.Name}> Instance {{ get; }} = new(Read) "
            + $"{{ Names = Names, ReadByLayout = ReadByLayout, PropertyOf = PropertyOf{copy} }};");
        code.Line();
    }

    private static void EmitRead(CodeWriter code, ModelType model)
    {
        code.Line("/// <summary>Reads an object token by token, whatever its order and layout.</summary>");
        code.Block($"public static {model.Name} Read(ref TokenReader reader)", () =>
        {
            code.Line($"var item = new {model.Name}();");
            code.Block("while (reader.NextProperty())", () => code.Block("switch (PropertyOf(reader.Name))", () =>
            {
                foreach (var property in model.Properties)
                {
                    EmitNull(code, property, "reader.IsNull");
                    EmitCase(code, property, ValueCode.Condition(property));
                }

                if (model.Properties.Count > 0)
                {
                    EmitCase(code, "case >= 0 and var property", "reader.Keep(item, Names[property]);");
                }

                EmitCase(code, "default", "reader.KeepUnknown(item);");
            }));
            code.Line().Line("return item;");
        });
    }

    private static void EmitReadByLayout(CodeWriter code, ModelType model)
    {
        code.Line("/// <summary>Reads an object by the layout of a previous one; null at the first difference.</summary>");
        code.Block($"public static {model.Name}? ReadByLayout(ref LayoutReader reader)", () =>
        {
            code.Line($"var item = new {model.Name}();");
            code.Block("while (reader.NextProperty(out var property))", () => code.Block("switch (property)", () =>
            {
                foreach (var property in model.Properties)
                {
                    EmitNull(code, property, "reader.TryNull()");
                    EmitCase(code, property, ValueCode.LayoutCondition(property));
                }

                EmitCase(code, "case < 0 when reader.TryKeepUnknown(item)");
                code.Line("default:").Indented(() => code.Line("return null;"));
            }));
            code.Line().Line("return reader.IsAtEnd ? item : null;");
        });
    }

    private static void EmitPropertyOf(CodeWriter code, ModelType model)
    {
        code.Line("/// <summary>The number of the property with a name on the wire; negative if there is none.</summary>");
        code.Block("public static int PropertyOf(ReadOnlySpan<byte> name)", () =>
        {
            if (model.Properties.Count > 0)
            {
                NameMatchEmitter.Emit(code, "name", model.Properties.Select(property => (property.WireName, $"return {Known(property)};")));
                code.Line();
            }

            code.Line("return Names.IgnoringCase(name);");
        });
    }

    private static void EmitKnown(CodeWriter code, ModelType model)
    {
        code.Line("/// <summary>The numbers of the properties.</summary>");
        code.Block("private static class Known", () =>
        {
            for (var number = 0; number < model.Properties.Count; number++)
            {
                code.Line($"public const int {model.Properties[number].Name} = {number};");
            }
        });
    }

    private static string Known(ModelProperty property) => $"Known.{property.Name}";

    private static void EmitCopy(CodeWriter code, ModelType model)
    {
        code.Line("/// <summary>Copies an object with one identifier replaced by another.</summary>");
        code.Block($"public static {model.Name} Copy({model.Name} original, in IdentifierChange change) => new()", () =>
        {
            foreach (var property in model.Properties)
            {
                var value = $"original.{property.Name}";
                code.Line($"{property.Name} = {(property.Value.Kind == ValueKind.Text ? $"change.In({value})!" : value)},");
            }
        }, "};");
    }

    private static void EmitNull(CodeWriter code, ModelProperty property, string isNull)
    {
        if (property.Null != NullMeaning.Unreadable)
        {
            EmitCase(code, $"case {Known(property)} when {isNull}", property.Null == NullMeaning.Value ? $"item.{property.Name} = default!;" : null);
        }
    }

    private static void EmitCase(CodeWriter code, ModelProperty property, string condition) => EmitCase(
        code,
        $"case {Known(property)} when {condition}",
        $"item.{property.Name} = {ValueCode.Local(property)}{(property.Value.IsScalar ? "" : "!")};");

    private static void EmitCase(CodeWriter code, string label, string? statement = null) => code.Line($"{label}:").Indented(() =>
    {
        if (statement is not null)
        {
            code.Line(statement);
        }

        code.Line("break;");
    });
}
