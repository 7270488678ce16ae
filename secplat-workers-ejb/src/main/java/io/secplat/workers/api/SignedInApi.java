package io.secplat.workers.api;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The API with a session: each call carries a token, and one that was refused is renewed once. */
public final class SignedInApi implements Api {

    private static final int UNAUTHORIZED = 401;

    private final ApiWire wire;
    private final ApiSession session;

    public SignedInApi(ServiceUser user, ApiTransport transport, Clock clock) {
        this.wire = new ApiWire(transport, clock);
        this.session = new ApiSession(user, wire, clock);
    }

    @Override
    public ApiAnswer send(ApiCall call) throws InterruptedException {
        String token = session.token(call.requestId());
        ApiAnswer answer = wire.send(request(call, token));
        if (!isUnauthorized(answer)) {
            return answer;
        }
        session.refused(token);
        ApiAnswer second = wire.send(request(call, session.token(call.requestId())));
        if (isUnauthorized(second)) {
            throw ApiUnavailableException.notSignedIn("token_refused");
        }
        return second;
    }

    private static boolean isUnauthorized(ApiAnswer answer) {
        return answer instanceof ApiAnswer.Refused refused && refused.status() == UNAUTHORIZED;
    }

    private static ApiTransport.Request request(ApiCall call, String token) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + token);
        headers.put("X-Request-Id", call.requestId());
        if (call.body() == null) {
            return new ApiTransport.Request(call.method(), call.path(), headers, null);
        }
        headers.put("Content-Type", "application/json");
        return new ApiTransport.Request(
                call.method(), call.path(), headers, call.body().toString());
    }
}
