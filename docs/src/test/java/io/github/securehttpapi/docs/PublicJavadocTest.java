package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.securehttpapi.docs.PublicApi.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the Javadoc of the published modules says beyond what doclint asks of it. Doclint requires each {@code @param} and
 * {@code @return}, and knows nothing of exceptions that need no declaration, nor of units.
 */
final class PublicJavadocTest {
    private static final PublicApi API = PublicApi.read();

    /** Caught by a supertype's name, or of a stream in memory, which cannot fail. */
    private static final Set<String> NEVER_SEEN = Set.of("JsonParseException", "UncheckedIOException");

    /** Answers with what goes wrong: what is left is an error whose own body would be too large. */
    private static final String ANSWERS = "handler.HttpApiHandler#";

    private static final Set<String> NUMBERS = Set.of("int", "long", "float", "double");

    /** A range, a unit, or what is counted. */
    private static final Pattern MEASURE = Pattern.compile(
            "\\d|\\b(number|size|length|line|column|port|status|requests|bytes|characters|milliseconds|seconds)\\b");

    /** How a condition begins. */
    private static final Pattern CONDITION = Pattern.compile("(if|for|what) .+", Pattern.DOTALL);

    @Test
    void isReadFromAllModules() {
        assertThat(API.members())
                .extracting(Member::name)
                .contains(
                        "template.Template#read",
                        "review.Suppressions#read",
                        "local.LocalGateway.Builder#port",
                        "handler.Violation#<init>",
                        "construct.SecureRoute.Builder#build",
                        "testing.Snapshot#named");
    }

    @Test
    void saysWhatEachTypeIs() {
        assertThat(API.members().filter(member -> !(member.tree() instanceof MethodTree)))
                .filteredOn(member -> member.javadoc() == null
                        || member.javadoc().getFirstSentence().isEmpty())
                .isEmpty();
    }

    @Test
    void namesEveryExceptionThatAMethodThrows() {
        assertThat(API.methods()
                        .filter(method -> !method.name().startsWith(ANSWERS))
                        .map(PublicJavadocTest::undocumented))
                .filteredOn(text -> !text.isEmpty())
                .isEmpty();
    }

    private static String undocumented(Member method) {
        Set<String> missing = new TreeSet<>(API.bodies().thrownBy(method));
        missing.removeAll(NEVER_SEEN);
        tags(method, ThrowsTree.class).forEach(tag -> missing.remove(simpleName(tag)));
        String ofAllMembers = String.valueOf(API.typeOf(method).javadoc());
        missing.removeIf(ofAllMembers::contains);
        return missing.isEmpty() ? "" : method + " needs @throws " + String.join(", ", missing);
    }

    private static String simpleName(ThrowsTree tag) {
        String name = tag.getExceptionName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Test
    void saysWhenEachExceptionIsThrown() {
        assertThat(API.methods()
                        .flatMap(method -> tags(method, ThrowsTree.class)
                                .filter(tag -> !CONDITION
                                        .matcher(text(tag.getDescription()))
                                        .matches())
                                .map(tag -> method + ": " + tag)))
                .isEmpty();
    }

    @Test
    void saysWhatEachNumberMeasures() {
        assertThat(API.members().flatMap(PublicJavadocTest::numbers))
                .filteredOn(number -> !MEASURE.matcher(number).find())
                .isEmpty();
    }

    private static Stream<String> numbers(Member member) {
        List<String> names = new ArrayList<>();
        if (member.tree() instanceof MethodTree method) {
            method.getParameters().stream()
                    .filter(PublicJavadocTest::isNumber)
                    .forEach(parameter -> names.add(parameter.getName().toString()));
        } else if (member.tree().getKind() == Tree.Kind.RECORD) {
            member.type().getMembers().stream()
                    .filter(field -> field instanceof VariableTree component && isNumber(component))
                    .forEach(field -> names.add(((VariableTree) field).getName().toString()));
        }
        Stream<String> parameters = tags(member, ParamTree.class)
                .filter(tag -> names.contains(tag.getName().toString()))
                .map(tag -> member + ", " + tag.getName() + ": " + text(tag.getDescription()));
        Stream<String> returned = tags(member, ReturnTree.class)
                .filter(tag -> member.tree() instanceof MethodTree method
                        && NUMBERS.contains(String.valueOf(method.getReturnType())))
                .map(tag -> member + ": " + text(tag.getDescription()));
        return Stream.concat(parameters, returned);
    }

    private static boolean isNumber(VariableTree variable) {
        return NUMBERS.contains(variable.getType().toString());
    }

    private static <T extends DocTree> Stream<T> tags(Member member, Class<T> kind) {
        DocCommentTree javadoc = member.javadoc();
        return javadoc == null
                ? Stream.empty()
                : javadoc.getBlockTags().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static String text(List<? extends DocTree> description) {
        return description.stream().map(DocTree::toString).collect(Collectors.joining());
    }
}
