package io.github.securehttpapi.local.internal.iam;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a signature is of now. */
final class SignatureTime {
    /** As API Gateway words it: "Signature expired: … is now earlier than … (… - 5 min.)". */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** A week (Amazon S3 API reference, sigv4-query-string-auth.html); no other limit is documented. */
    private static final int MAX_EXPIRES_SECONDS = 604_800;

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .withResolverStyle(ResolverStyle.STRICT);

    private final Clock clock;

    SignatureTime(Clock clock) {
        this.clock = clock;
    }

    void check(Claim claim) throws Rejected {
        Instant signed = instant(claim.timestamp());
        if (!claim.timestamp().startsWith(claim.date() + "T")) {
            throw new Rejected("credential must be of the day of the signature", claim.date(), "sign it anew");
        }
        Instant now = clock.instant();
        if (signed.isAfter(now.plus(TOLERANCE)) || now.isAfter(signed.plus(lifetime(claim.expires())))) {
            throw new Rejected(
                    "signature must be of now, " + TIMESTAMP.format(now),
                    claim.timestamp(),
                    "set the clock, or sign anew");
        }
    }

    private static Instant instant(String timestamp) throws Rejected {
        try {
            return TIMESTAMP.parse(timestamp, Instant::from);
        } catch (DateTimeException malformed) {
            throw new Rejected("signature must have its time in the form 20260131T235959Z", timestamp, "sign it anew");
        }
    }

    private static Duration lifetime(@Nullable String expires) throws Rejected {
        if (expires == null) {
            return TOLERANCE;
        }
        int seconds = expires.matches("[0-9]{1,6}") ? Integer.parseInt(expires) : 0;
        if (seconds < 1 || seconds > MAX_EXPIRES_SECONDS) {
            throw new Rejected("X-Amz-Expires must be from 1 to " + MAX_EXPIRES_SECONDS, expires, "sign it anew");
        }
        return Duration.ofSeconds(seconds);
    }
}
