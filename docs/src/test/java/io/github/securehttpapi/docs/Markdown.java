package io.github.securehttpapi.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The project's Markdown files, and the code blocks and links in them. */
record Markdown(Path file, List<String> lines) {
    /** Surefire runs in the module's folder. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of(".git", "node_modules", "target");
    private static final Pattern FENCE = Pattern.compile("```([a-z]*)");
    private static final Pattern SOURCE = Pattern.compile("<!-- snippet: ([^ #]+)(?:#([a-z-]+))? -->");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+?) *");

    static List<Markdown> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(Markdown::isOurs)
                    .sorted()
                    .map(Markdown::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        for (Path name : ROOT.relativize(file)) {
            if (NOT_OURS.contains(name.toString())) {
                return false;
            }
        }
        return true;
    }

    static Markdown read(Path file) {
        return new Markdown(file, lines(file));
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                String before = i == 0 ? "" : lines.get(i - 1);
                blocks.add(new Block(this, i + 1, fence.group(1), before, lines.subList(i + 1, end)));
                i = end;
            }
        }
        return blocks;
    }

    Block firstBlockBelow(String heading) {
        int line = lines.indexOf(heading) + 1;
        return blocks().stream()
                .filter(block -> line > 0 && block.line() > line)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block below " + heading + " in " + this));
    }

    /** Its links, but for those in code. */
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        List<String> prose = prose();
        for (int i = 0; i < prose.size(); i++) {
            Matcher link = LINK.matcher(prose.get(i).replaceAll("`[^`]*`", "``"));
            while (link.find()) {
                links.add(new Link(this, i + 1, link.group(1)));
            }
        }
        return links;
    }

    /** The names that GitHub gives to its headings, for fragments to lead to. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        for (String line : prose()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String name = anchor(heading.group(1));
                for (int i = 1; !anchors.add(name); i++) {
                    name = anchor(heading.group(1)) + "-" + i;
                }
            }
        }
        return anchors;
    }

    /** By the rules of github/html-pipeline: letters, digits, hyphens and underscores are left, a space is a hyphen. */
    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^\\]]*)]\\([^)]+\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** Its lines, with those of code blocks empty. */
    private List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean code = false;
        for (String line : lines) {
            boolean fence = line.strip().startsWith("```");
            prose.add(code || fence ? "" : line);
            code ^= fence;
        }
        return prose;
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }

    /**
     * A fenced code block.
     *
     * @param line the number of the line that opens it, from 1
     * @param language what stands behind the back quotes, or nothing
     * @param before the line above it
     */
    record Block(Markdown document, int line, String language, String before, List<String> code) {
        /** The region of a source file, or the file, that the block repeats, if the line above it names one. */
        Optional<Region> region() {
            Matcher source = SOURCE.matcher(before);
            return source.matches()
                    ? Optional.of(new Region(ROOT.resolve(source.group(1)), source.group(2)))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return document + ":" + line;
        }
    }

    /**
     * The lines of a source file between {@code snippet:NAME} and {@code end}, each in a comment of its own.
     *
     * @param name null for the whole file
     */
    record Region(Path file, @Nullable String name) {
        List<String> code() {
            List<String> source = lines(file);
            if (name == null) {
                return source;
            }
            int start = indexOf(source, 0, "(//|<!--) snippet:" + Pattern.quote(name) + "( -->)?") + 1;
            int end = indexOf(source, start, "(//|<!--) end( -->)?");
            return String.join("\n", source.subList(start, end))
                    .stripIndent()
                    .lines()
                    .toList();
        }

        private int indexOf(List<String> source, int from, String regex) {
            for (int i = from; i < source.size(); i++) {
                if (source.get(i).strip().matches(regex)) {
                    return i;
                }
            }
            throw new AssertionError("no " + regex + " in " + file);
        }
    }
}
