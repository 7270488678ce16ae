package io.secplat.openapi;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperationMatch;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares every answer that a test gets with the contract. A path, status, header or member that is not as the contract says
 * fails the test, whatever the test itself looks at.
 */
public final class ContractCheck {

    /** Served beside the API: the server's own pages, and the messages of the pretended inbox. */
    private static final List<String> NOT_THE_API = List.of("/health", "/metrics", "/openapi", "/messages");

    private static final String UNKNOWN_PATH = "/unknown-path";
    private static final String OTHER_METHOD = "/other-method";

    private final ApiOperationResolver calls;
    private final OpenApiInteractionValidator validator;

    private ContractCheck(OpenAPI model) {
        calls = new ApiOperationResolver(model, null, false);
        Map<String, ApiResponse> shared = model.getComponents().getResponses();
        model.path(UNKNOWN_PATH, answering(shared, "404", "NotFound", "400", "BadRequest"));
        model.path(OTHER_METHOD, answering(shared, "405", "MethodNotAllowed", "400", "BadRequest"));
        validator = OpenApiInteractionValidator.createFor(model)
                .withLevelResolver(LevelResolver.create()
                        .withLevel(
                                "validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .build())
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
        String read = body.isEmpty() && isEndless(headers) ? ":" : body;
        if (!read.isEmpty()) {
            response.withBody(read);
        }
        String described = described(method, path);
        Request.Method asked = described.equals(path) ? Request.Method.valueOf(method) : Request.Method.GET;
        ValidationReport report = validator.validateResponse(described, asked, response.build());
        if (report.hasErrors()) {
            throw new AssertionError(method + " " + path + " answered " + status
                    + ", which is not as openapi.yaml says:\n" + told(report) + "\n" + body);
        }
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
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .anyMatch(header -> header.getValue().get(0).startsWith("text/event-stream"));
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
