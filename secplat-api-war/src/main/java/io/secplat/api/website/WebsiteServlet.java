package io.secplat.api.website;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Answers every path that is not the API's: with a file, with the page, or with 404 and the page that says so. */
@WebServlet(urlPatterns = "/", asyncSupported = true, loadOnStartup = 1)
public class WebsiteServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private transient Website website = new Website(Map.of());

    @Override
    public void init() {
        website = WebsiteFiles.in(getServletContext());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.ALL.forEach(response::setHeader);
        Optional<WebsiteFile> found = website.at(request.getServletPath());
        if (found.isPresent()) {
            answer(found.get(), request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            send(website.page(), request, response);
        }
    }

    private static void answer(WebsiteFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", file.caching().header());
        response.setHeader("ETag", file.tag());
        if (file.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            send(file, request, response);
        }
    }

    private static void send(WebsiteFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Vary", "Accept-Encoding");
        boolean zipped = acceptsGzip(request);
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(file.type());
        response.setContentLength(file.length(zipped));
        file.writeTo(response.getOutputStream(), zipped);
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
    }
}
