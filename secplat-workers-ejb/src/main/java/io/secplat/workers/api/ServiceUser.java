package io.secplat.workers.api;

/** The name and password of a service user; its text never shows the password. */
public record ServiceUser(String username, String password) {

    @Override
    public String toString() {
        return "ServiceUser[" + username + "]";
    }
}
