import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What Maven Central asks of a release, and what this project does, of a repository in a folder that {@code mvn -Prelease
 * deploy} wrote: {@code java CheckRepository.java FOLDER}. It says all that is wrong, and ends
 * with 1 if anything is. Signatures are verified with the keys of gpg.
 *
 * @see <a href="https://central.sonatype.org/publish/requirements/">Central's requirements</a>
 */
final class CheckRepository {
    private static final String GROUP = "io.github.securehttpapi";
    private static final String BOM = "secure-http-api-bom";
    private static final Set<String> COMMANDS = Set.of("secure-http-api-local-gateway", "secure-http-api-review");
    private static final List<String> KINDS = List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json");
    private static final Pattern BESIDE = Pattern.compile(".*\\.(asc|md5|sha1|sha256|sha512)|maven-metadata.*");
    private static final Pattern COMPONENT = Pattern.compile("pkg:maven/([^/\"]+)/([^@\"]+)@");

    /** What a POM must say, as paths of elements. */
    private static final List<String> METADATA = List.of(
            "name",
            "description",
            "url",
            "organization/name",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "developers/developer/organization",
            "scm/connection",
            "scm/developerConnection",
            "scm/url",
            "issueManagement/url");

    /** What is of use to our own build alone. */
    private static final List<String> LEFTOVERS = List.of(
            "parent",
            "modules",
            "properties",
            "build",
            "profiles",
            "reporting",
            "repositories",
            "pluginRepositories",
            "distributionManagement");

    private final Path folder;
    private final Path group;
    private final List<String> problems = new ArrayList<>();

    private CheckRepository(Path folder) {
        this.folder = folder;
        this.group = folder.resolve(GROUP.replace('.', '/'));
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("usage: java CheckRepository.java FOLDER");
            System.exit(2);
        }
        CheckRepository repository = new CheckRepository(Path.of(arguments[0]));
        int artifacts = repository.check();
        Collections.sort(repository.problems);
        repository.problems.forEach(System.err::println);
        System.err.flush();
        if (!repository.problems.isEmpty()) {
            System.exit(1);
        }
        System.out.println(
                artifacts + " artifacts, " + repository.files(repository.folder).size() + " files: ready for Central");
    }

    private int check() throws Exception {
        String version = version();
        Set<String> artifacts = published(version);
        for (String artifact : artifacts) {
            checkPom(artifact, version);
            if (!artifact.equals(BOM)) {
                checkKinds(artifact, version);
            }
        }
        for (Path file : files(group)) {
            checkSums(file);
            checkSignature(file);
        }
        checkStrays(artifacts, version);
        return artifacts.size();
    }

    private String version() throws IOException {
        try (Stream<Path> versions = Files.list(group.resolve(BOM)).filter(Files::isDirectory)) {
            List<String> names =
                    versions.map(path -> path.getFileName().toString()).toList();
            if (names.size() != 1) {
                throw new IOException(BOM + " must have one version, got " + names + ": deploy into an empty folder");
            }
            return names.get(0);
        }
    }

    /** What the BOM names, and itself: that and nothing else. */
    private Set<String> published(String version) throws Exception {
        Element bom = pom(BOM, version);
        Set<String> named = new TreeSet<>(Set.of(BOM));
        for (Element managed : elements(bom, "dependencyManagement/dependencies/dependency")) {
            String name = text(managed, "artifactId");
            named.add(name);
            if (!text(managed, "groupId").equals(GROUP)
                    || !text(managed, "version").equals(version)) {
                problem(pomName(BOM, version), "must manage artifacts of this release alone", name, "take it out");
            }
        }
        Set<String> there = new TreeSet<>();
        try (Stream<Path> folders = Files.list(group)) {
            folders.forEach(folder -> there.add(folder.getFileName().toString()));
        }
        there.stream()
                .filter(name -> !named.contains(name))
                .forEach(name -> problem(
                        name,
                        "must not be published",
                        name,
                        "set maven.deploy.skip in its POM, or have the BOM name it"));
        named.stream()
                .filter(name -> !there.contains(name))
                .forEach(name -> problem(
                        name, "must be published, as the BOM says", "nothing", "unset maven.deploy.skip in its POM"));
        named.retainAll(there);
        return named;
    }

    private void checkPom(String artifact, String version) throws Exception {
        String name = pomName(artifact, version);
        Element pom = pom(artifact, version);
        for (String path : METADATA) {
            if (elements(pom, path).stream()
                    .allMatch(element -> element.getTextContent().isBlank())) {
                problem(name, "must have " + path, "none", "say it in the POM that it is made of");
            }
        }
        for (String path : LEFTOVERS) {
            if (!elements(pom, path).isEmpty()) {
                problem(name, "must be flattened", path, "run flatten:flatten in the profile release");
            }
        }
        if (!artifact.equals(BOM) && !elements(pom, "dependencyManagement").isEmpty()) {
            problem(name, "must be flattened", "dependencyManagement", "run flatten:flatten in the profile release");
        }
        for (Element dependency : elements(pom, "dependencies/dependency")) {
            String scope = text(dependency, "scope");
            if (text(dependency, "version").isEmpty()
                    || Set.of("test", "system", "import").contains(scope)) {
                problem(
                        name,
                        "must say of each dependency its version, and leave out tests'",
                        text(dependency, "artifactId") + " " + text(dependency, "version") + " " + scope,
                        "run flatten:flatten in the profile release");
            }
        }
        for (String unresolved : List.of("SNAPSHOT", "${")) {
            if (Files.readString(file(artifact, version, ".pom")).contains(unresolved)) {
                problem(name, "must name releases alone, and each by its version", unresolved, "release/set-version");
            }
        }
    }

    private void checkKinds(String artifact, String version) throws Exception {
        List<String> kinds = new ArrayList<>(KINDS);
        if (COMMANDS.contains(artifact)) {
            kinds.add("-cli.jar");
        }
        boolean complete = true;
        for (String kind : kinds) {
            Path file = file(artifact, version, kind);
            if (!Files.isRegularFile(file)) {
                complete = false;
                problem(file.getFileName().toString(), "must be published", "none", "see the profile release");
            }
        }
        if (complete) {
            checkJar(artifact, version);
            checkSources(artifact, version);
            checkJavadoc(artifact, version);
            checkBillOfMaterials(artifact, version);
        }
    }

    private void checkJar(String artifact, String version) throws IOException {
        try (JarFile jar = new JarFile(file(artifact, version, ".jar").toFile())) {
            for (String attribute :
                    List.of("Implementation-Title", "Implementation-Version", "Automatic-Module-Name")) {
                String value = jar.getManifest().getMainAttributes().getValue(attribute);
                if (value == null || attribute.endsWith("-Version") && !value.equals(version)) {
                    problem(
                            artifact + "-" + version + ".jar",
                            "must have a manifest with " + attribute,
                            value,
                            "see maven-jar-plugin");
                }
            }
        }
    }

    private void checkSources(String artifact, String version) throws IOException {
        Set<String> sources = entries(file(artifact, version, "-sources.jar"));
        for (String entry : entries(file(artifact, version, ".jar"))) {
            if (entry.endsWith(".class") && !entry.contains("$")) {
                String source = entry.replaceFirst("class$", "java");
                if (!sources.contains(source)) {
                    problem(
                            artifact + "-" + version + "-sources.jar",
                            "must have the source of each class",
                            "no " + source,
                            "see maven-source-plugin");
                }
            }
        }
    }

    private void checkJavadoc(String artifact, String version) throws IOException {
        String name = artifact + "-" + version + "-javadoc.jar";
        Set<String> pages = entries(file(artifact, version, "-javadoc.jar"));
        if (!pages.contains("index.html") || pages.stream().noneMatch(page -> page.matches("io/.*/[A-Z]\\w*\\.html"))) {
            problem(
                    name,
                    "must have the page of a class",
                    pages.size() + " entries without one",
                    "see maven-javadoc-plugin");
        }
        pages.stream()
                .filter(page -> page.contains("/internal/"))
                .findFirst()
                .ifPresent(page ->
                        problem(name, "must show the API alone", page, "exclude its package in maven-javadoc-plugin"));
    }

    private void checkBillOfMaterials(String artifact, String version) throws IOException {
        String name = artifact + "-" + version + "-cyclonedx.json";
        String bill = Files.readString(file(artifact, version, "-cyclonedx.json"));
        if (!bill.contains("\"CycloneDX\"") || !bill.contains(GROUP + "/" + artifact + "@" + version + "?type=jar")) {
            problem(name, "must be a CycloneDX bill of materials of its jar", "another", "see cyclonedx-maven-plugin");
        }
        if (COMMANDS.contains(artifact)) {
            checkLicences(artifact + "-" + version + "-cli.jar", file(artifact, version, "-cli.jar"), bill);
        }
    }

    /** Whoever passes on what others wrote passes on their terms. */
    private void checkLicences(String name, Path command, String bill) throws IOException {
        try (JarFile jar = new JarFile(command.toFile())) {
            if (jar.getManifest().getMainAttributes().getValue("Main-Class") == null
                    || jar.getEntry("META-INF/LICENSE") == null) {
                problem(name, "must start, and have META-INF/LICENSE", "neither or one", "see maven-shade-plugin");
            }
            ZipEntry list = jar.getEntry("META-INF/THIRD-PARTY");
            List<String> named = list == null
                    ? List.of()
                    : new String(jar.getInputStream(list).readAllBytes())
                            .lines()
                            .map(String::strip)
                            .toList();
            COMPONENT
                    .matcher(bill)
                    .results()
                    .map(component -> component.group(1) + ":" + component.group(2))
                    .distinct()
                    .filter(component -> !component.startsWith(GROUP + ":"))
                    .filter(component -> !named.contains(component))
                    .forEach(component -> problem(
                            name,
                            "must tell the licence of all that is in it",
                            "nothing of " + component,
                            "add it to src/cli/THIRD-PARTY"));
        }
    }

    private void checkSums(Path file) throws Exception {
        for (String algorithm : List.of("MD5", "SHA-1")) {
            Path sum = beside(file, "." + algorithm.replace("-", "").toLowerCase());
            String name = sum.getFileName().toString();
            if (!Files.isRegularFile(sum)) {
                problem(name, "must be published", "none", "deploy again");
            } else if (!Files.readString(sum)
                    .strip()
                    .equals(HexFormat.of()
                            .formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file))))) {
                problem(
                        name,
                        "must be the sum of its file",
                        Files.readString(sum).strip(),
                        "deploy again");
            }
        }
    }

    private void checkSignature(Path file) throws IOException, InterruptedException {
        Path signature = beside(file, ".asc");
        String name = signature.getFileName().toString();
        if (!Files.isRegularFile(signature)) {
            problem(name, "must be published", "none", "run gpg:sign in the profile release");
            return;
        }
        Process gpg = new ProcessBuilder("gpg", "--batch", "--quiet", "--verify", signature.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(gpg.getInputStream().readAllBytes()).strip();
        if (gpg.waitFor() != 0) {
            problem(
                    name,
                    "must be a signature of its file",
                    said.lines().reduce("", (a, b) -> b),
                    "run gpg:sign after all else");
        }
    }

    /** What else is there, beside artifacts of ours that should not be: examples, tests, another version. */
    private void checkStrays(Set<String> artifacts, String version) throws IOException {
        Set<Path> expected = new TreeSet<>();
        for (String artifact : artifacts) {
            expected.add(file(artifact, version, ".pom"));
            if (!artifact.equals(BOM)) {
                KINDS.forEach(kind -> expected.add(file(artifact, version, kind)));
            }
            if (COMMANDS.contains(artifact)) {
                expected.add(file(artifact, version, "-cli.jar"));
            }
        }
        for (Path file : files(folder)) {
            boolean told = file.startsWith(group)
                    && !artifacts.contains(group.relativize(file).getName(0).toString());
            if (!told && !expected.contains(file)) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                problem(
                        name,
                        "must not be published",
                        name,
                        "set maven.deploy.skip in its POM, or see what attached it");
            }
        }
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            !BESIDE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return new TreeSet<>(file.stream().map(JarEntry::getName).toList());
        }
    }

    private Element pom(String artifact, String version) throws Exception {
        try (InputStream in = Files.newInputStream(file(artifact, version, ".pom"))) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            return document.getDocumentElement();
        }
    }

    private static String pomName(String artifact, String version) {
        return artifact + "-" + version + ".pom";
    }

    private Path file(String artifact, String version, String kind) {
        return group.resolve(artifact).resolve(version).resolve(artifact + "-" + version + kind);
    }

    private static Path beside(Path file, String extension) {
        return file.resolveSibling(file.getFileName() + extension);
    }

    private static String text(Element parent, String path) {
        return elements(parent, path).stream()
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }

    private static List<Element> elements(Element parent, String path) {
        List<Element> found = List.of(parent);
        for (String name : path.split("/")) {
            List<Element> next = new ArrayList<>();
            for (Element element : found) {
                for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                    if (child instanceof Element && child.getNodeName().equals(name)) {
                        next.add((Element) child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    private void problem(String name, String rule, Object got, String fix) {
        problems.add(name + " " + rule + ", got '" + got + "': " + fix);
    }
}
