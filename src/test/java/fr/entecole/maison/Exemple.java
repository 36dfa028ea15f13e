package fr.entecole.maison;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/// The routes of a module that name something, each with ids that exist and those whom it answers:
/// `exemple.get("/liaison/mots/{id}").with("id", mot).answers(ENSEIGNANTE, RESPONSABLE)`.
public final class Exemple {

    private final String auteur;
    private final Map<String, Cas> cas = new LinkedHashMap<>();

    Exemple(String auteur) {
        this.auteur = auteur;
    }

    public Cas get(String route) {
        return on(HttpMethod.GET, route, HttpStatus.OK);
    }

    /// Answered by a redirect, unless the case says otherwise.
    public Cas post(String route) {
        return on(HttpMethod.POST, route, HttpStatus.SEE_OTHER);
    }

    public Cas delete(String route) {
        return on(HttpMethod.DELETE, route, HttpStatus.SEE_OTHER);
    }

    private Cas on(HttpMethod verb, String route, HttpStatus status) {
        var one = new Cas(status);
        if (cas.put(verb + " " + route, one) != null) {
            throw new IllegalArgumentException(auteur + " shows " + verb + " " + route + " twice");
        }
        return one;
    }

    Map<String, Cas> cas() {
        return cas;
    }

    /// One route with real ids.
    public static final class Cas {

        private final Map<String, String> ids = new LinkedHashMap<>();
        private final Map<String, String> fields = new LinkedHashMap<>();
        private final Set<Passant> owners = EnumSet.noneOf(Passant.class);
        private final Map<Passant, String> others = new EnumMap<>(Passant.class);
        private HttpStatus status;
        private @Nullable String open;

        private Cas(HttpStatus status) {
            this.status = status;
        }

        /// A value of the path, which must exist.
        public Cas with(String variable, Object value) {
            ids.put(variable, value.toString());
            return this;
        }

        /// A field of the form or of the query.
        public Cas field(String name, Object value) {
            fields.put(name, value.toString());
            return this;
        }

        /// Those for whom the thing is. Everyone else must find nothing.
        public Cas answers(Passant... owners) {
            this.owners.addAll(Arrays.asList(owners));
            return this;
        }

        /// Someone whom one would not expect, and why the route answers them all the same.
        public Cas also(Passant passant, String reason) {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("why does this route answer " + passant + "?");
            }
            others.put(passant, reason);
            return this;
        }

        /// What its owners are answered, when it is neither a page nor a redirect.
        public Cas status(HttpStatus status) {
            this.status = status;
            return this;
        }

        /// For a route that is `@Ouvert`: what stands in its address is no secret, or is itself the proof.
        public Cas open(String reason) {
            this.open = reason;
            return this;
        }

        Map<String, String> ids() {
            return ids;
        }

        Map<String, String> fields() {
            return fields;
        }

        Set<Passant> welcome() {
            var all = EnumSet.copyOf(owners.isEmpty() ? EnumSet.noneOf(Passant.class) : owners);
            all.addAll(others.keySet());
            return all;
        }

        HttpStatus status() {
            return status;
        }

        boolean isOpen() {
            return open != null && !open.isBlank();
        }
    }
}
