package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Requirement;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** How the arguments are read. */
final class CommandLines {
    private CommandLines() {}

    static CommandLine of(ReviewCommand command, ReviewCommand.Streams streams) {
        CommandLine line = new CommandLine(command);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // A file whose name starts with @ is a template as any other.
        line.setExpandAtFiles(false);
        line.registerConverter(Requirement.class, CommandLines::requirement);
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

    private static Requirement requirement(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        for (Requirement requirement : Requirement.values()) {
            if (requirement.name().equals(name)) {
                return requirement;
            }
        }
        String known = Arrays.stream(Requirement.values())
                .map(requirement -> requirement.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
        throw new CommandLine.TypeConversionException(
                "feature must be one that an API can have, got '" + text + "': " + known);
    }
}
