package io.github.securehttpapi.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A CloudFormation template, in JSON as CDK synthesizes it or in YAML, and the HTTP APIs it declares.
 *
 * <pre>{@code
 * Template template = Template.read(Path.of("cdk.out/ContactApi.template.json"));
 * for (Route route : template.httpApis().get(0).routes()) {
 *     System.out.println(route.routeKey() + " " + route.authorizationType());
 * }
 * }</pre>
 *
 * <p>A file is JSON if its name ends in {@code .json}, or if it starts with a brace and is JSON; otherwise YAML 1.1, as
 * CloudFormation has it, with the short forms of its functions. Aliases and merge keys, which SAM resolves before
 * CloudFormation sees them, are resolved too. A file is at most 1 MB and 100 levels deep.
 *
 * <p>{@code Ref}, {@code Fn::GetAtt}, {@code Fn::If}, {@code Fn::Join}, {@code Fn::Sub}, {@code Fn::Select},
 * {@code Fn::Split}, {@code Fn::FindInMap}, {@code Fn::Length} and {@code Fn::ToJsonString} are evaluated; other
 * functions are unresolved. Parameter constraints such as {@code AllowedPattern} are not checked.
 *
 * <p>What AWS SAM and an API's OpenAPI document declare is in the model as the resources that a template would declare
 * without them, of which {@link Resource#origin()} says where they are declared. SAM's {@code Globals} are merged. What
 * SAM refuses to translate is refused here too. Events of REST APIs are left out, as are connectors.
 *
 * <p>What an API is made of but cannot be told before it is deployed is in {@link #unresolvedResources()}, never left
 * out in silence.
 */
public final class Template {
    private final String name;
    private final Document document;
    private final List<HttpApi> httpApis;
    private final List<LambdaFunction> functions;
    private final List<LambdaPermission> permissions;
    private final List<DomainName> domainNames;
    private final List<LogGroup> logGroups;
    private final List<Resource> resources;
    private final List<UnresolvedResource> unresolvedResources;
    private final List<Resource> foreignResources;

    private Template(Source source, Document document, Declarations declarations) {
        this.name = source.name();
        this.document = document;
        this.resources = declarations.all();
        this.unresolvedResources = declarations.unresolved();
        this.foreignResources = declarations.foreign();
        ModelReader reader = new ModelReader(declarations);
        this.httpApis = reader.httpApis();
        this.functions = reader.functions();
        this.permissions = reader.permissions();
        this.domainNames = reader.domainNames();
        this.logGroups = reader.logGroups();
    }

    /**
     * Reads a template, each parameter at its default.
     *
     * @param file a template in JSON or YAML
     * @return the template
     * @throws NoHttpApiException if the template declares no HTTP API
     * @throws TemplateException if the file is no template, or a property has the wrong type
     */
    public static Template read(Path file) {
        return read(file, Map.of());
    }

    /**
     * Reads a template with parameters.
     *
     * @param file a template in JSON or YAML
     * @param parameters values of the template's parameters by name, and of pseudo parameters such as
     *     {@code AWS::Region}, which are unresolved otherwise
     * @return the template
     * @throws NoHttpApiException if the template declares no HTTP API
     * @throws TemplateException if the file is no template, a property has the wrong type, or a parameter is none of the
     *     template's
     */
    public static Template read(Path file, Map<String, String> parameters) {
        return read(Source.of(file), parameters);
    }

    /**
     * Reads a template that is in no file, such as one from standard input.
     *
     * @param name what messages call it; if it ends in {@code .json} the template has to be JSON
     * @param content a template in JSON or YAML
     * @param parameters values of the template's parameters, as for a file
     * @return the template
     * @throws NoHttpApiException if the template declares no HTTP API
     * @throws TemplateException if the content is no template, a property has the wrong type, or a parameter is none of
     *     the template's
     */
    public static Template read(String name, byte[] content, Map<String, String> parameters) {
        return read(new Source(name, content), parameters);
    }

    private static Template read(Source source, Map<String, String> parameters) {
        Document document = Document.read(source);
        Value.Fields root = Globals.merged(document.root());
        Resolver resolver = new Resolver(root, parameters);
        Template template = new Template(source, document, new Declarations(root, resolver));
        if (template.httpApis.isEmpty()
                && template.foreignResources.isEmpty()
                && template.unresolvedResources.stream().noneMatch(UnresolvedResource::mayBeApi)) {
            throw new NoHttpApiException(source.name());
        }
        return template;
    }

    /**
     * What messages call the template.
     *
     * @return the file, as it was named, or the name that was given with the content
     */
    public String name() {
        return name;
    }

    /**
     * The template as written, nothing in it evaluated; CloudFormation's short forms in YAML are long ones here.
     *
     * @return the root of the template
     */
    public Value.Fields document() {
        return document.root();
    }

    /**
     * How the template is written.
     *
     * @return JSON or YAML
     */
    public Syntax syntax() {
        return document.syntax();
    }

    /**
     * The HTTP APIs, in the template's order. WebSocket APIs and REST APIs are left out.
     *
     * @return the HTTP APIs; none only if {@link #unresolvedResources()} may declare one, or all that the template has are
     *     {@link #foreignResources()}
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
     * The custom domain names, in the template's order, whether an API of the template is mapped to them or not.
     *
     * @return the domain names
     */
    public List<DomainName> domainNames() {
        return domainNames;
    }

    /**
     * The log groups, in the template's order.
     *
     * @return the log groups
     */
    public List<LogGroup> logGroups() {
        return logGroups;
    }

    /**
     * The resources of all types, in the template's order: what an HTTP API is made of and all that stands beside it,
     * such as a WAF association or a nested stack. Left out are those whose condition is false, and those whose
     * properties cannot be told, as a whole: of them, the ones that may belong to an HTTP API are in
     * {@link #unresolvedResources()}.
     *
     * @return the resources
     */
    public List<Resource> resources() {
        return resources;
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
