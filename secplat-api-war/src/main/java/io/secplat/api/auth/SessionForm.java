package io.secplat.api.auth;

import io.secplat.api.request.Body;

/** What begins a session by cookie: a name and a password, or the two tokens of a session that exists. */
sealed interface SessionForm {

    record Login(String userName, String password) implements SessionForm {
        /** Never shows the password. */
        @Override
        public String toString() {
            return "Login[" + userName + "]";
        }
    }

    record Tokens(String accessToken, String refreshToken) implements SessionForm {
        /** Never shows the tokens. */
        @Override
        public String toString() {
            return "Tokens";
        }
    }

    int LONGEST_NAME = 256;
    int LONGEST_SECRET = 1024;
    int LONGEST_TOKEN = 4096;

    static SessionForm read(Body body) {
        SessionForm form = body.has("access_token") || body.has("refresh_token")
                ? new Tokens(
                        body.requiredText("access_token", LONGEST_TOKEN),
                        body.requiredText("refresh_token", LONGEST_SECRET))
                : new Login(body.requiredText("username", LONGEST_NAME), body.requiredText("password", LONGEST_SECRET));
        body.check();
        return form;
    }
}
