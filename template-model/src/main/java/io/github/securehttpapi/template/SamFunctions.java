package io.github.securehttpapi.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes an {@code AWS::Serverless::Function} as the function and the alias that SAM makes of it. */
final class SamFunctions {
    private static final Pattern S3 = Pattern.compile("s3://([^/]+)/(.+)");

    /** SAM's own, of which the function has nothing, or nothing under that name. */
    private static final String[] SAM_ONLY = {
        "AssumeRolePolicyDocument",
        "AutoPublishAlias",
        "AutoPublishAliasAllProperties",
        "AutoPublishCodeSha256",
        "CodeUri",
        "DeadLetterQueue",
        "DeploymentPreference",
        "EventInvokeConfig",
        "Events",
        "FunctionUrlConfig",
        "ImageUri",
        "InlineCode",
        "PermissionsBoundary",
        "Policies",
        "PropagateTags",
        "ProvisionedConcurrencyConfig",
        "PublishToLatestPublished",
        "RolePath",
        "Tracing",
        "VersionDescription"
    };

    private SamFunctions() {}

    /** The function; its origin is the SAM function. */
    static Resource function(Resource declared) {
        Value.Fields sam = declared.properties();
        Fragment properties = Fragment.of(sam)
                .remove(SAM_ONLY)
                .put("Code", code(sam))
                .put("CodeUri", path(sam))
                .put("TracingConfig", wrapped("Mode", sam.fields().get("Tracing")))
                .put("DeadLetterConfig", wrapped("TargetArn", Lookup.at(sam, "DeadLetterQueue", "TargetArn")));
        Origin origin = Origin.function(declared.logicalId(), sam.location());
        return Desugaring.part(declared, declared.logicalId(), "AWS::Lambda::Function", properties.fields(), origin);
    }

    /** The alias that the routes call in place of the function, or null if SAM makes none. */
    static @Nullable Resource alias(Resource declared) {
        Value name = declared.properties().fields().get("AutoPublishAlias");
        if (name == null || !Lookup.isGiven(name)) {
            return null;
        }
        Value.Fields properties = new Fragment(name.location())
                .reference("FunctionName", declared.logicalId())
                .put("Name", name)
                .fields();
        Origin origin =
                Origin.function(declared.logicalId(), declared.properties().location());
        return Desugaring.part(
                declared, SamNames.alias(declared.logicalId(), name), "AWS::Lambda::Alias", properties, origin);
    }

    static Resource permission(Resource declaring, String id, Value function, @Nullable Value source, Origin origin) {
        Value.Fields properties = new Fragment(origin.location())
                .text("Action", "lambda:InvokeFunction")
                .text("Principal", "apigateway.amazonaws.com")
                .put("FunctionName", function)
                .put("SourceArn", source)
                .fields();
        return Desugaring.part(declaring, id, "AWS::Lambda::Permission", properties, origin);
    }

    /** Where the code is in S3; a directory beside the template is not, before it is packaged. */
    private static @Nullable Value code(Value.Fields function) {
        Value uri = function.fields().get("CodeUri");
        if (function.fields().containsKey("InlineCode")) {
            return wrapped("ZipFile", function.fields().get("InlineCode"));
        }
        if (function.fields().containsKey("ImageUri")) {
            return wrapped("ImageUri", function.fields().get("ImageUri"));
        }
        if (uri instanceof Value.Fields) {
            return new Fragment(uri.location())
                    .rename(uri, "Bucket", "S3Bucket")
                    .rename(uri, "Key", "S3Key")
                    .rename(uri, "Version", "S3ObjectVersion")
                    .fields();
        }
        return uri instanceof Value.Text text ? bucketAndKey(text) : Lookup.unresolved(uri);
    }

    /** SAM's own name, which no function has: where the code is before it is packaged. */
    private static @Nullable Value path(Value.Fields function) {
        Value uri = function.fields().get("CodeUri");
        boolean elsewhere =
                function.fields().containsKey("InlineCode") || function.fields().containsKey("ImageUri");
        return uri instanceof Value.Text text && !elsewhere && bucketAndKey(text) == null ? uri : null;
    }

    private static @Nullable Value bucketAndKey(Value.Text uri) {
        Matcher matcher = S3.matcher(uri.text());
        return matcher.matches()
                ? new Fragment(uri.location())
                        .text("S3Bucket", matcher.group(1))
                        .text("S3Key", matcher.group(2))
                        .fields()
                : null;
    }

    private static @Nullable Value wrapped(String name, @Nullable Value value) {
        return value == null
                ? null
                : new Fragment(value.location()).put(name, value).fields();
    }
}
