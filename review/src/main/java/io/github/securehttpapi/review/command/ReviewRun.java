package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Report;
import io.github.securehttpapi.review.Review;
import io.github.securehttpapi.review.ReviewException;
import io.github.securehttpapi.template.NoHttpApiException;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/** Reviews one template after the other. What cannot be reviewed is told, and keeps no other from being reviewed. */
final class ReviewRun {
    private final Settings settings;
    private final GivenParameters parameters;
    private final InputStream standardInput;
    private final List<Reviewed> reviewed = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean anyApi;
    private int skipped;

    ReviewRun(Settings settings, InputStream standardInput) {
        this.settings = settings;
        this.parameters = new GivenParameters(settings.parameters());
        this.standardInput = standardInput;
    }

    Outcome of(TemplateSearch search, Progress progress) {
        problems.addAll(search.problems());
        progress.start(search.files().size());
        for (TemplateFile file : search.files()) {
            reviewSafely(file);
            progress.step();
        }
        if (!anyApi && problems.isEmpty()) {
            problems.add("templates must declare an HTTP API, got " + Outcome.counted(skipped, "file")
                    + " without: name" + " the template of the stack that holds the API");
        }
        if (problems.isEmpty()) {
            problems.addAll(parameters.unused());
        }
        return new Outcome(reviewed, suppressions(), problems, skipped);
    }

    /** A fault of ours is one template's, and none that is seen as a stack trace. */
    private void reviewSafely(TemplateFile file) {
        try {
            review(file);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            problems.add(inFile(file, Faults.line(fault)));
        }
    }

    private void review(TemplateFile file) {
        try {
            review(file, file.content(standardInput));
        } catch (NoSuchFileException missing) {
            problems.add("template must be a readable file, got '" + file.name() + "': no such file");
        } catch (IOException unreadable) {
            problems.add("template must be a readable file, got '" + file.name() + "': "
                    + unreadable.getClass().getSimpleName());
        }
    }

    private void review(TemplateFile file, byte[] content) {
        boolean byChance = file.role() == TemplateFile.Role.FOUND;
        if (byChance && !TemplateGuess.namesType(content)) {
            skipped++;
            return;
        }
        try {
            add(file, Template.read(file.name(), content, parameters.of(file.name(), content)));
        } catch (TemplateException | ReviewException unusable) {
            boolean otherStack = unusable instanceof NoHttpApiException && file.role() != TemplateFile.Role.NAMED;
            if (otherStack || (byChance && TemplateGuess.isOtherDocument(file, content))) {
                skipped++;
            } else {
                problems.add(inFile(file, String.valueOf(unusable.getMessage())));
            }
        }
    }

    private void add(TemplateFile file, Template template) {
        Review review = Review.of(template, settings.today())
                .suppressing(settings.suppressions())
                .requiring(settings.requirements());
        Report report = (settings.baseline() == null ? review : review.comparedWith(settings.baseline())).run();
        List<Patch> patches = new ArrayList<>();
        for (Finding finding : report.findings()) {
            patches.add(Patch.of(template.document(), finding.fix().changes()));
        }
        reviewed.add(new Reviewed(report, patches, template.unresolvedResources()));
        if (!template.httpApis().isEmpty()) {
            anyApi = true;
        } else if (file.role() == TemplateFile.Role.NAMED) {
            problems.add(inFile(file, "template must show its HTTP API, got " + instead(template)));
        }
    }

    private static String instead(Template template) {
        return template.unresolvedResources().stream()
                .findFirst()
                .map(unknown -> "'" + unknown.expression() + "': " + unknown.reason())
                .orElseGet(() -> "'" + template.foreignResources().get(0).logicalId()
                        + "' of an API elsewhere: declare it beside its API");
    }

    private Report suppressions() {
        return settings.suppressions()
                .report(reviewed.stream().map(Reviewed::report).toList(), settings.today());
    }

    private static String inFile(TemplateFile file, String message) {
        return message.contains(file.name()) ? message : file.name() + ": " + message;
    }
}
