package io.secplat.workers.scan.tls.rating;

/**
 * Why a grade is not better.
 *
 * @param cap the best grade that is left
 * @param section where the guide says so: the version that brought the rule, or the name of a section
 * @param text for people
 */
public record Reason(Letter cap, String section, String text) {

    @Override
    public String toString() {
        return (cap.isAboutTrust() || cap == Letter.F ? "" : "at best ") + cap + ": " + text + " (" + section + ")";
    }
}
