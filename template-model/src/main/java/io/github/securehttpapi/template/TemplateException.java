package io.github.securehttpapi.template;

/**
 * A template that cannot be read into a model. The message is one line, {@code template must …, got '…': fix}, fit to
 * be printed as it is.
 */
public sealed class TemplateException extends RuntimeException permits NoHttpApiException {
    private static final long serialVersionUID = 1L;

    TemplateException(String must, String got, String fix) {
        super("template must " + must + ", got '" + Excerpt.of(got) + "': " + Excerpt.line(fix));
    }
}
