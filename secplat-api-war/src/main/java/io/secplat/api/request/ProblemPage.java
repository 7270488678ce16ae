package io.secplat.api.request;

import io.secplat.api.problem.Problem;
import io.secplat.api.problem.ProblemTranslation;
import io.secplat.runtime.IdSource;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The body of errors that the container answers by itself, before or beside the resources: web.xml sends them here. */
@WebServlet(urlPatterns = "/problem")
public class ProblemPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient IdSource ids;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
        Problem problem = Problem.of(ProblemTranslation.ofStatus(status), path, requestId(request, response));
        response.setStatus(problem.type().status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(problem.toJson().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The id of the call; what the container refuses before any filter gets it here. */
    private String requestId(HttpServletRequest request, HttpServletResponse response) {
        String id = RequestIds.given(request)
                .or(() -> RequestIds.accepted(request.getHeader(RequestIds.HEADER)))
                .orElseGet(() -> ids.next().toString());
        response.setHeader(RequestIds.HEADER, id);
        return id;
    }
}
