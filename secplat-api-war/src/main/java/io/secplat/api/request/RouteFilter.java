package io.secplat.api.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Remembers which route a call took, for the metrics: its template, such as {@code /api/jobs/{id}}, never its values. */
@Provider
@ApplicationScoped
public class RouteFilter implements ContainerRequestFilter {

    private static final String ATTRIBUTE = "io.secplat.route";
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)\\s*(:.*)?}");

    private final Map<Method, String> templates = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        request.setAttribute(
                ATTRIBUTE,
                templates.computeIfAbsent(
                        resource.getResourceMethod(), method -> template(resource.getResourceClass(), method)));
    }

    /** The route of a call; {@code unmatched} for one that took none. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String route ? route : "unmatched";
    }

    /** Below {@code /api}, with parameters by name and without their patterns. */
    static String template(Class<?> resource, Method method) {
        return Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(path -> path != null)
                .flatMap(path -> Stream.of(path.value().split("/", -1)))
                .filter(part -> !part.isEmpty())
                .map(part -> PARAMETER.matcher(part).replaceFirst("{$1}"))
                .collect(Collectors.joining("/", "/api/", ""));
    }
}
