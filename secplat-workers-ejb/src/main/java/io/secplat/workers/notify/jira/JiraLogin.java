package io.secplat.workers.notify.jira;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Signs each request with the account's e-mail and token. */
final class JiraLogin implements ClientRequestFilter {

    private final String authorization;

    JiraLogin(JiraSettings settings) {
        String credentials = settings.email() + ":" + settings.apiToken();
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        authorization = "Basic " + encoded;
        WireLogs.hide(List.of(encoded, settings.email(), settings.apiToken()));
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization);
    }
}
