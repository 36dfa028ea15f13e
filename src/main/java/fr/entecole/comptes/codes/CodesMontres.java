package fr.entecole.comptes.codes;

import fr.entecole.socle.Sceau;
import jakarta.servlet.http.HttpSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// A code that has just been given, until whoever gave it says that it is noted: a page that is asked for again shows
/// the same one. It stays in the stay of who gave it, for a quarter of an hour, sealed with the installation's secret
/// and the stay's own identifier, which the database doesn't have: a copy of the base tells no code (ADR 0035).
@Component
public class CodesMontres {

    static final Duration MONTRE = Duration.ofMinutes(15);
    static final int MOST = 8;

    private static final String ATTRIBUT = "acces:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Sceau sceau;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CodesMontres(Sceau sceau, Clock clock) {
        this.sceau = sceau;
        this.clock = clock;
    }

    public void keep(HttpSession session, UUID personne, String code) {
        makeRoom(session);
        var until = clock.instant().plus(MONTRE).toEpochMilli();
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed;
        try {
            sealed = crypt(Cipher.ENCRYPT_MODE, session, personne, until, nonce, code.getBytes(StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(e);
        }
        var kept = ByteBuffer.allocate(Long.BYTES + NONCE + sealed.length)
                .putLong(until)
                .put(nonce)
                .put(sealed);
        session.setAttribute(ATTRIBUT + personne, Base64.getEncoder().encodeToString(kept.array()));
    }

    public Optional<String> of(HttpSession session, UUID personne) {
        if (!(session.getAttribute(ATTRIBUT + personne) instanceof String kept)) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(kept));
        long until = bytes.getLong();
        if (isOver(until)) {
            dismiss(session, personne);
            return Optional.empty();
        }
        var nonce = new byte[NONCE];
        bytes.get(nonce);
        var sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        try {
            return Optional.of(new String(
                    crypt(Cipher.DECRYPT_MODE, session, personne, until, nonce, sealed), StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            // of another stay, for another person, or of before the installation's secret changed
            dismiss(session, personne);
            return Optional.empty();
        }
    }

    public void dismiss(HttpSession session, UUID personne) {
        session.removeAttribute(ATTRIBUT + personne);
    }

    /// A stay is read at each page: it keeps a handful of codes, the last ones.
    private void makeRoom(HttpSession session) {
        var kept = Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.startsWith(ATTRIBUT))
                .sorted(Comparator.comparingLong((String name) -> until(session, name))
                        .reversed())
                .toList();
        for (int i = 0; i < kept.size(); i++) {
            if (i >= MOST - 1 || isOver(until(session, kept.get(i)))) {
                session.removeAttribute(kept.get(i));
            }
        }
    }

    private boolean isOver(long until) {
        return !clock.instant().isBefore(Instant.ofEpochMilli(until));
    }

    private static long until(HttpSession session, String name) {
        return ByteBuffer.wrap(Base64.getDecoder().decode((String) session.getAttribute(name)))
                .getLong();
    }

    /// Whom the code is for and until when it is shown are sealed with it: neither can be changed nor put on another.
    private byte[] crypt(int mode, HttpSession session, UUID personne, long until, byte[] nonce, byte[] text)
            throws AEADBadTagException {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(
                    mode,
                    new SecretKeySpec(sceau.of("code-montre", session.getId()), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((personne + " " + until).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
