package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.ApiRequirement;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringJoiner;
import picocli.CommandLine;

/** How the arguments are read. */
final class CommandLines {
    private CommandLines() {}

    static CommandLine of(ReviewCommand command, ReviewCommand.Streams streams) {
        CommandLine line = new CommandLine(command);
        // A file whose name starts with @ is a template as any other.
        line.setExpandAtFiles(false);
        line.registerConverter(FormatName.class, oneOf(FormatName.class));
        line.registerConverter(FailOn.class, oneOf(FailOn.class));
        line.registerConverter(ApiRequirement.class, oneOf(ApiRequirement.class));
        line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, ignored) -> refuse(wrong, streams.err()));
        return line;
    }

    private static int refuse(CommandLine.ParameterException wrong, PrintStream err) {
        String problem = String.valueOf(wrong.getMessage());
        err.println(
                Printable.line("usage must be gateway-review [OPTION]... TEMPLATE...: " + problem + "; see --help"));
        return CommandLine.ExitCode.USAGE;
    }

    /** A constant by its name as options have it: in lower case, with hyphens. */
    private static <E extends Enum<E>> CommandLine.ITypeConverter<E> oneOf(Class<E> type) {
        return text -> {
            StringJoiner names = new StringJoiner(", ");
            for (E constant : type.getEnumConstants()) {
                String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
                if (name.equals(text.toLowerCase(Locale.ROOT))) {
                    return constant;
                }
                names.add(name);
            }
            throw new CommandLine.TypeConversionException("must be one of " + names + ", got '" + text + "'");
        };
    }
}
