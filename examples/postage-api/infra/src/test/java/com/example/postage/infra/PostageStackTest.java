package com.example.postage.infra;

import io.github.securehttpapi.testing.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Template;

final class PostageStackTest {
    @Test
    void theTemplateIsTheOneThatWasReviewed() {
        PostageStack stack =
                new PostageStack(new App(), "Postage", Path.of("..", "functions", "target", "functions.jar"));

        Snapshot.named("postage").assertMatches(Template.fromStack(stack).toJSON());
    }
}
