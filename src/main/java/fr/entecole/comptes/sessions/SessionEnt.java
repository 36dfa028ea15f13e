package fr.entecole.comptes.sessions;

import fr.entecole.comptes.Empreinte;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/// One browser's stay: whose it is and a few words. It holds text only, so that a row stays small and readable by
/// every version of the application.
public final class SessionEnt implements Session {

    /// The one attribute that has a column of its own: the account.
    public static final String COMPTE = "compte";

    /// The role in which the account is here now: the account that was born with it. Absent: the first one.
    public static final String ROLE = "role";

    /// The account that has opened a class on this device: the stay is the class's, and ends with that account's.
    public static final String OUVERTE_PAR = "classe-compte";

    /// The class that stands open there.
    public static final String CLASSE = "classe";

    /// The account of the guardian who has opened a child's page in their own stay, which ends with theirs.
    public static final String RESPONSABLE = "responsable-compte";

    /// Where the person was going when they were told of an access given again; absent: home.
    public static final String SUITE = "suite";

    /// How long it lasts without a request, for profiles that are to be gone sooner; absent: the settings decide.
    public static final String INACTIVITE = "inactivite";

    /// The instant at which the stay ends, whether one asks for pages or not; absent: the settings decide.
    public static final String FIN = "fin";

    /// What the key of all that a device keeps of it is made of ([Gardes]); absent: it keeps nothing.
    public static final String GARDE = "garde";

    /// When the database last heard that it was seen: read, never written, and not kept among the words.
    public static final String VUE = "vue";

    private final @Nullable Ligne lu;
    private final Clock clock;
    private final Duration inactivite;
    private final Instant creeLe;
    private final Map<String, String> contenu;
    private String id;
    private Instant vueLe;
    private Instant vueEcrite;
    private boolean changee;

    /// A new one, kept nowhere until something is put in it.
    SessionEnt(Clock clock, Duration inactivite) {
        var maintenant = clock.instant();
        this.lu = null;
        this.clock = clock;
        this.id = Empreinte.newSecret();
        this.inactivite = inactivite;
        this.creeLe = maintenant;
        this.vueLe = maintenant;
        this.vueEcrite = maintenant;
        this.contenu = new HashMap<>();
    }

    SessionEnt(String id, Ligne lu, Clock clock, Duration inactivite) {
        this.lu = lu;
        this.clock = clock;
        this.id = id;
        this.inactivite = inactivite;
        this.creeLe = lu.creeLe();
        this.vueLe = lu.vueLe();
        this.vueEcrite = lu.vueLe();
        this.contenu = new HashMap<>(lu.contenu());
    }

    /// What the database had, null for a new session.
    @Nullable
    Ligne lu() {
        return lu;
    }

    /// When the database last heard that this session was seen: a request is saved more than once, and told once.
    Instant vueEcrite() {
        return vueEcrite;
    }

    void seenWritten() {
        vueEcrite = vueLe;
    }

    boolean changee() {
        return changee;
    }

    Map<String, String> contenu() {
        return contenu;
    }

    @Nullable
    UUID compte() {
        var compte = contenu.get(COMPTE);
        return compte == null ? null : UUID.fromString(compte);
    }

    @Nullable
    Instant fin() {
        var fin = contenu.get(FIN);
        return fin == null ? null : Instant.parse(fin);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = Empreinte.newSecret();
        changee = true;
        return id;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getAttribute(String name) {
        return (T) (name.equals(VUE) ? vueEcrite : contenu.get(name));
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(contenu.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
        } else if (value instanceof String words) {
            contenu.put(name, words);
            changee = true;
        } else {
            throw new IllegalArgumentException("a session holds text only: " + name);
        }
    }

    @Override
    public void removeAttribute(String name) {
        changee |= contenu.remove(name) != null;
    }

    @Override
    public Instant getCreationTime() {
        return creeLe;
    }

    /// Now, by the one clock of the house: the filter that calls reads another.
    @Override
    public void setLastAccessedTime(Instant seen) {
        vueLe = clock.instant();
    }

    @Override
    public Instant getLastAccessedTime() {
        return vueLe;
    }

    /// One setting for all: a session has no duration of its own.
    @Override
    public void setMaxInactiveInterval(Duration interval) {}

    @Override
    public Duration getMaxInactiveInterval() {
        return inactivite;
    }

    /// The repository gives no expired session back.
    @Override
    public boolean isExpired() {
        return false;
    }

    /// A row as it was read.
    record Ligne(byte[] empreinte, Map<String, String> contenu, Instant creeLe, Instant vueLe, Instant expireLe) {

        Ligne with(Map<String, String> words) {
            return new Ligne(empreinte, words, creeLe, vueLe, expireLe);
        }
    }
}
