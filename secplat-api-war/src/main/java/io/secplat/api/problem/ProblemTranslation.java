package io.secplat.api.problem;

import io.secplat.search.HoursUncountedException;
import io.secplat.search.SearchUnavailableException;
import io.secplat.stream.CourierUnavailableException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns whatever a call threw into the problem that is answered; nothing of a foreign exception's text is told. */
public final class ProblemTranslation {

    /** Container errors arrive as a status: the first kind of each status speaks for it. */
    private static final Map<Integer, ProblemType> BY_STATUS = Arrays.stream(ProblemType.values())
            .collect(Collectors.toMap(ProblemType::status, Function.identity(), (first, second) -> first));

    private ProblemTranslation() {}

    /** The problem that the failure, or the first of its causes that is known, stands for; else {@code UNEXPECTED}. */
    public static ProblemException of(Throwable failure) {
        return causes(failure)
                .map(ProblemTranslation::known)
                .filter(known -> known != null)
                .findFirst()
                .orElseGet(ProblemType.UNEXPECTED::because);
    }

    /** The problem for a status that the container chose; one that is not in use becomes 400 or 500. */
    public static ProblemException ofStatus(int status) {
        ProblemType otherwise = status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.UNEXPECTED;
        return BY_STATUS.getOrDefault(status, otherwise).because();
    }

    private static @Nullable ProblemException known(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure instanceof WebApplicationException container) {
            return ofContainer(container);
        }
        if (failure instanceof JsonException
                || failure instanceof JsonbException
                || (failure instanceof ProcessingException && failure.getCause() == null)) {
            return ProblemType.MALFORMED_REQUEST.because();
        }
        if (failure instanceof SearchUnavailableException) {
            return ProblemType.SEARCH_AWAY.because();
        }
        if (failure instanceof HoursUncountedException uncounted) {
            return ProblemType.HOURS_UNCOUNTED
                    .because(ProblemType.HOURS_UNCOUNTED.message() + ": " + uncounted.hours() + " hours are left")
                    .with("Retry-After", "60");
        }
        return failure instanceof CourierUnavailableException ? ProblemType.DEPENDENCY_AWAY.because() : null;
    }

    private static @Nullable ProblemException ofContainer(WebApplicationException failure) {
        Response response = failure.getResponse();
        ProblemType type = BY_STATUS.get(response.getStatus());
        if (type == null || (type == ProblemType.UNEXPECTED && failure.getCause() != null)) {
            return null;
        }
        ProblemException problem = type.because();
        String allow = response.getHeaderString("Allow");
        return allow == null ? problem : problem.with("Allow", allow);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(8);
    }
}
