package io.github.securehttpapi.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A CloudFormation template, as CDK synthesizes it, and the HTTP APIs it declares.
 *
 * <pre>{@code
 * Template template = Template.read(Path.of("cdk.out/ContactApi.template.json"));
 * for (Route route : template.httpApis().get(0).routes()) {
 *     System.out.println(route.routeKey() + " " + route.authorizationType());
 * }
 * }</pre>
 *
 * <p>{@code Ref}, {@code Fn::GetAtt}, {@code Fn::If}, {@code Fn::Join}, {@code Fn::Sub}, {@code Fn::Select},
 * {@code Fn::Split} and {@code Fn::FindInMap} are evaluated; other functions are unresolved. Parameter constraints
 * such as {@code AllowedPattern} are not checked.
 *
 * <p>What an API is made of but cannot be told before it is deployed is in {@link #unresolvedResources()}, never left
 * out in silence.
 */
public final class Template {
    private final Path file;
    private final List<HttpApi> httpApis;
    private final List<LambdaFunction> functions;
    private final List<LambdaPermission> permissions;
    private final List<UnresolvedResource> unresolvedResources;
    private final List<Resource> foreignResources;

    private Template(Path file, Declarations declarations) {
        this.file = file;
        this.unresolvedResources = declarations.unresolved();
        this.foreignResources = declarations.foreign();
        ModelReader reader = new ModelReader(declarations);
        this.httpApis = reader.httpApis();
        this.functions = reader.functions();
        this.permissions = reader.permissions();
    }

    /**
     * Reads a template, each parameter at its default.
     *
     * @param file a JSON template
     * @return the template
     * @throws TemplateException if the file is no JSON template with an HTTP API, or a property has the wrong type
     */
    public static Template read(Path file) {
        return read(file, Map.of());
    }

    /**
     * Reads a template with parameters.
     *
     * @param file a JSON template
     * @param parameters values of the template's parameters by name, and of pseudo parameters such as
     *     {@code AWS::Region}, which are unresolved otherwise
     * @return the template
     * @throws TemplateException if the file is no JSON template with an HTTP API, a property has the wrong type, or a
     *     parameter is none of the template's
     */
    public static Template read(Path file, Map<String, String> parameters) {
        Value.Fields root = JsonReader.read(file);
        Resolver resolver = new Resolver(root, parameters);
        Template template = new Template(file, new Declarations(root, resolver));
        if (template.httpApis.isEmpty()
                && template.unresolvedResources.stream().noneMatch(UnresolvedResource::mayBeApi)) {
            throw new TemplateException(
                    "declare an HTTP API, an AWS::ApiGatewayV2::Api of ProtocolType HTTP",
                    file.toString(),
                    "name the template of the stack that holds the API");
        }
        return template;
    }

    /**
     * The file that was read.
     *
     * @return the file, as it was named
     */
    public Path file() {
        return file;
    }

    /**
     * The HTTP APIs, in the template's order. WebSocket APIs and REST APIs are left out.
     *
     * @return the HTTP APIs; none only if {@link #unresolvedResources()} may declare one
     */
    public List<HttpApi> httpApis() {
        return httpApis;
    }

    /**
     * The Lambda functions, in the template's order.
     *
     * @return the functions
     */
    public List<LambdaFunction> functions() {
        return functions;
    }

    /**
     * The statements of the functions' resource policies, in the template's order.
     *
     * @return the permissions
     */
    public List<LambdaPermission> permissions() {
        return permissions;
    }

    /**
     * The declarations that may belong to an HTTP API, or be one, and cannot be shown in it: properties, an API or a
     * route key that is known only when deployed, macros and loops such as {@code Fn::ForEach}, and
     * {@code AWS::ApiGatewayV2::ApiGatewayManagedOverrides}. Where there is one, the routes of the model may not be the
     * routes of the cloud.
     *
     * @return the declarations, in the template's order
     */
    public List<UnresolvedResource> unresolvedResources() {
        return unresolvedResources;
    }

    /**
     * The routes, stages and authorizers whose {@code ApiId} is a literal, and so an API's outside this template.
     *
     * @return the resources, in the template's order
     */
    public List<Resource> foreignResources() {
        return foreignResources;
    }
}
