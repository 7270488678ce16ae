package io.secplat.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A description of the API. */
public record ApiDocument(OpenAPI model) {

    /** The one that is shipped. */
    public static final Path SHIPPED = Path.of("../secplat-api-war/src/main/resources/META-INF/openapi.yaml");

    /** A call that the document describes; its path has names in braces. */
    public record Call(String method, String path, Operation operation) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static ApiDocument shipped() {
        return of(SHIPPED);
    }

    static ApiDocument of(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads YAML or JSON; what is no OpenAPI document is an AssertionError. */
    public static ApiDocument parse(String text) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(false);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text, null, options);
        if (result.getOpenAPI() == null || !result.getMessages().isEmpty()) {
            throw new AssertionError("not an OpenAPI document: " + result.getMessages());
        }
        ApiDocument document = new ApiDocument(result.getOpenAPI());
        document.spellOut();
        return document;
    }

    /** What the other one promises and this one does not, one sentence for each. */
    public List<String> missing(ApiDocument other) {
        return BrokenPromises.between(other, this);
    }

    /** Puts what is shared by name, except schemas, where it is used. */
    private void spellOut() {
        Components shared = model.getComponents() == null ? new Components() : model.getComponents();
        if (shared.getResponses() != null) {
            shared.getResponses().values().forEach(response -> spellOut(response, shared));
        }
        for (Call call : calls()) {
            Operation operation = call.operation();
            operation
                    .getResponses()
                    .replaceAll((status, response) -> named(response, response.get$ref(), shared.getResponses()));
            operation.getResponses().values().forEach(response -> spellOut(response, shared));
            if (operation.getParameters() != null) {
                operation.getParameters().replaceAll(one -> named(one, one.get$ref(), shared.getParameters()));
            }
        }
    }

    private static void spellOut(ApiResponse response, Components shared) {
        if (response.getHeaders() != null) {
            response.getHeaders().replaceAll((name, header) -> named(header, header.get$ref(), shared.getHeaders()));
        }
    }

    static <T> T named(T itself, @Nullable String reference, Map<String, T> shared) {
        return reference == null
                ? itself
                : Objects.requireNonNull(shared.get(reference.substring(reference.lastIndexOf('/') + 1)), reference);
    }

    /** Every call, by path. */
    public List<Call> calls() {
        return model.getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                        .map(operation -> new Call(operation.getKey().name(), path.getKey(), operation.getValue())))
                .toList();
    }
}
