package io.github.securehttpapi.template;

/** How a template is written, and so how a change to it has to be. */
public enum Syntax {
    /** JSON. */
    JSON,
    /** YAML 1.1, with CloudFormation's short forms of its functions, such as {@code !Ref}. */
    YAML
}
