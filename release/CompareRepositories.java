import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Whether two builds of a release, each deployed into a folder, are the same bytes: {@code java CompareRepositories.java FOLDER
 * FOLDER}. Signatures are left out, which have their time, and sums and
 * metadata, which follow from the rest. It says all that differs, and ends
 * with 1 if anything does.
 */
final class CompareRepositories {
    private static final Pattern LEFT_OUT = Pattern.compile(".*\\.(asc|md5|sha1|sha256|sha512)|maven-metadata.*");

    private CompareRepositories() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: java CompareRepositories.java FOLDER FOLDER");
            System.exit(2);
        }
        List<String> differences = differences(Path.of(arguments[0]), Path.of(arguments[1]));
        differences.forEach(System.err::println);
        System.err.flush();
        if (!differences.isEmpty()) {
            System.exit(1);
        }
        System.out.println("two builds, the same bytes");
    }

    private static List<String> differences(Path one, Path other) throws IOException {
        Set<Path> inOne = files(one);
        Set<Path> inOther = files(other);
        Set<Path> all = new TreeSet<>(inOne);
        all.addAll(inOther);
        List<String> differences = new ArrayList<>();
        for (Path file : all) {
            if (!inOne.contains(file) || !inOther.contains(file)) {
                differences.add(
                        file.getFileName() + " must be in both builds, got it in one: find out what left it out");
            } else if (Files.mismatch(one.resolve(file), other.resolve(file)) >= 0) {
                differences.add(file.getFileName() + " must be the same bytes in both builds, got '"
                        + difference(one.resolve(file), other.resolve(file))
                        + "': see https://reproducible-builds.org/docs/jvm/");
            }
        }
        return differences;
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            !LEFT_OUT.matcher(file.getFileName().toString()).matches())
                    .map(folder::relativize)
                    .collect(Collectors.toSet());
        }
    }

    private static String difference(Path one, Path other) throws IOException {
        if (!one.toString().endsWith(".jar")) {
            return "another text";
        }
        try (ZipFile first = new ZipFile(one.toFile());
                ZipFile second = new ZipFile(other.toFile())) {
            for (ZipEntry entry : Collections.list(first.entries())) {
                ZipEntry same = second.getEntry(entry.getName());
                if (same == null || same.getCrc() != entry.getCrc()) {
                    return "another " + entry.getName();
                }
            }
        }
        return "other times or another order";
    }
}
