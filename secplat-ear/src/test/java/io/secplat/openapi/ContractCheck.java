package io.secplat.openapi;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperationMatch;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares every answer that a test gets with the contract. A path, status, header or member that is not as the contract says
 * fails the test, whatever the test itself looks at.
 */
public final class ContractCheck {

    /** Served beside the API: the server's own pages, and the messages of the pretended inbox. */
    private static final List<String> NOT_THE_API = List.of("/health", "/metrics", "/openapi", "/messages");

    private static final String EVENT_STREAM = "text/event-stream";
    private static final String UNKNOWN_PATH = "/unknown-path";
    private static final String OTHER_METHOD = "/other-method";

    private final ApiOperationResolver calls;
    private final OpenApiInteractionValidator validator;
    private final SchemaValidator schemas;

    private ContractCheck(OpenAPI model) {
        calls = new ApiOperationResolver(model, null, false);
        Map<String, ApiResponse> shared = model.getComponents().getResponses();
        model.path(UNKNOWN_PATH, answering(shared, "404", "NotFound", "400", "BadRequest"));
        model.path(OTHER_METHOD, answering(shared, "405", "MethodNotAllowed", "400", "BadRequest"));
        validator = OpenApiInteractionValidator.createFor(model)
                .withLevelResolver(levels())
                .build();
        schemas = new SchemaValidator(model, new MessageResolver(levels()));
    }

    /** A member that is not described may be there. */
    private static LevelResolver levels() {
        return LevelResolver.create()
                .withLevel("validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                .withLevel("validation.event.schema.additionalProperties", ValidationReport.Level.IGNORE)
                .build();
    }

    /** The check against the contract that is shipped. */
    public static ContractCheck shipped() {
        return Holder.SHIPPED;
    }

    static ContractCheck of(ApiDocument document) {
        return new ContractCheck(document.model());
    }

    /**
     * Throws an AssertionError that tells what the contract says otherwise.
     *
     * @param path as it was sent, without the query
     */
    public void check(String method, String path, int status, Map<String, List<String>> headers, String body) {
        if (NOT_THE_API.stream().anyMatch(path::startsWith) || isUndescribed(method)) {
            return;
        }
        SimpleResponse.Builder response = SimpleResponse.Builder.status(status);
        headers.forEach((name, values) -> response.withHeader(name, values));
        String described = described(method, path);
        Request.Method asked = described.equals(path) ? Request.Method.valueOf(method) : Request.Method.GET;
        if (body.isEmpty() && mayBeEmpty(described, asked, status)) {
            return;
        }
        String read = body.isEmpty() && isEndless(headers) ? ":" : body;
        if (!read.isEmpty()) {
            response.withBody(read);
        }
        ValidationReport report = validator.validateResponse(described, asked, response.build());
        String answered = method + " " + path + " answered " + status;
        refuse(answered, report, body);
        String type = mediaType(headers);
        media(described, asked, status, type)
                .flatMap(media -> FileBodies.wrong(type, media, body))
                .ifPresent(wrong -> {
                    throw new AssertionError(answered + " with " + type + ", but " + wrong + ":\n" + body);
                });
    }

    /**
     * Compares an event of a stream with what the description says of its name, beside the stream's media type in
     * {@code x-events}. Throws an AssertionError that tells what the contract says otherwise.
     *
     * @param path as it was sent, without the query
     * @param data the event's line of JSON
     */
    public void checkEvent(String path, String name, String data) {
        Object events = media(path, Request.Method.GET, 200, EVENT_STREAM)
                .map(MediaType::getExtensions)
                .orElse(Map.of())
                .get("x-events");
        if (!(events instanceof Map<?, ?> byName && byName.get(name) instanceof Map<?, ?> reference)) {
            throw new AssertionError("GET " + path + " sent an event that is not described: " + name + " " + data);
        }
        Schema<?> schema = new Schema<>().$ref(String.valueOf(reference.get("$ref")));
        refuse("GET " + path + " sent " + name, schemas.validate(data, schema, "event"), data);
    }

    private static void refuse(String what, ValidationReport report, String body) {
        if (report.hasErrors()) {
            throw new AssertionError(what + ", which is not as openapi.yaml says:\n" + told(report) + "\n" + body);
        }
    }

    /** Whether the description says {@code x-may-be-empty} of an answer that has a body at other times. */
    private boolean mayBeEmpty(String path, Request.Method method, int status) {
        return answer(path, method, status)
                .map(ApiResponse::getExtensions)
                .filter(extensions -> Boolean.TRUE.equals(extensions.get("x-may-be-empty")))
                .isPresent();
    }

    private Optional<MediaType> media(String path, Request.Method method, int status, String type) {
        return answer(path, method, status).map(ApiResponse::getContent).map(content -> content.get(type));
    }

    private Optional<ApiResponse> answer(String path, Request.Method method, int status) {
        return Optional.of(calls.findApiOperation(path, method))
                .filter(match -> match.isPathFound() && match.isOperationAllowed())
                .map(match ->
                        match.getApiOperation().getOperation().getResponses().get(String.valueOf(status)));
    }

    /** Without its parameters; empty without one. */
    private static String mediaType(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(header -> header.getValue().get(0).replaceFirst(";.*", "").strip())
                .findFirst()
                .orElse("");
    }

    /** HEAD and OPTIONS are the server's, from what it knows of GET and the others. */
    private static boolean isUndescribed(String method) {
        return method.equals("HEAD")
                || method.equals("OPTIONS")
                || Arrays.stream(Request.Method.values())
                        .noneMatch(known -> known.name().equals(method));
    }

    /** An event stream is not read to its end, so that it has no body here; a comment stands for it. */
    private static boolean isEndless(Map<String, List<String>> headers) {
        return mediaType(headers).equals(EVENT_STREAM);
    }

    private String described(String method, String path) {
        ApiOperationMatch match = calls.findApiOperation(path, Request.Method.valueOf(method));
        if (!match.isPathFound()) {
            return UNKNOWN_PATH;
        }
        return match.isOperationAllowed() ? path : OTHER_METHOD;
    }

    private static String told(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage())
                .collect(Collectors.joining("\n"));
    }

    private static PathItem answering(Map<String, ApiResponse> shared, String... statusAndResponse) {
        ApiResponses responses = new ApiResponses();
        for (int n = 0; n < statusAndResponse.length; n += 2) {
            responses.addApiResponse(statusAndResponse[n], shared.get(statusAndResponse[n + 1]));
        }
        return new PathItem().get(new Operation().responses(responses));
    }

    private static final class Holder {
        private static final ContractCheck SHIPPED = of(ApiDocument.shipped());
    }
}
