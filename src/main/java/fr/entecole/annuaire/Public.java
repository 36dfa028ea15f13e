package fr.entecole.annuaire;

import fr.entecole.socle.Cle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whom something is for: how far it reaches, and who is meant there. « The guardians of this class », « these four
/// pupils », « the heads of this circonscription ». It names places and people by id only; who they are is asked of the
/// directory each time ([Publics]), so that who leaves, arrives or is kept out is felt at the next page.
///
/// @param ecoleId the school inside which it stands, [Cle#PARTOUT] beyond one school
/// @param cibles ids of classes, groups, pupils or people; the INSEE code of a commune (`11203`), the number of a
///     département (`011`); the région has one, `""`
public record Public(Etendue etendue, Qui qui, UUID ecoleId, Set<String> cibles) {

    private static final int MOST = 500;

    public enum Etendue {
        CLASSE,
        GROUPE,
        ECOLE,
        /// chosen pupils: each is a target
        ELEVES,
        CIRCONSCRIPTION,
        /// the schools of a commune
        COMMUNE,
        DEPARTEMENT,
        REGION,
        /// named people of the directory: each is a target
        PERSONNES;

        public boolean inOneSchool() {
            return this == CLASSE || this == GROUPE || this == ECOLE || this == ELEVES;
        }

        boolean byId() {
            return this != COMMUNE && this != DEPARTEMENT && this != REGION;
        }
    }

    public enum Qui {
        RESPONSABLES,
        ELEVES,
        /// who teaches the class or the pupils, who works in the school
        EQUIPE,
        /// who directs the school
        DIRECTIONS
    }

    /// @throws IllegalArgumentException when it means nobody by its very form
    public Public {
        cibles = cibles.stream()
                .map(etendue.byId() ? c -> UUID.fromString(c).toString() : c -> c)
                .collect(Collectors.toUnmodifiableSet());
        if (cibles.isEmpty() || cibles.size() > MOST) {
            throw new IllegalArgumentException("between 1 and " + MOST + " targets, not " + cibles.size());
        }
        if (qui == Qui.DIRECTIONS && etendue.inOneSchool() && etendue != Etendue.ECOLE) {
            throw new IllegalArgumentException("a school is directed, not a " + etendue);
        }
        if (qui == Qui.EQUIPE && etendue == Etendue.GROUPE) {
            throw new IllegalArgumentException("no feed says who teaches a group");
        }
        boolean nowhere = ecoleId.equals(Cle.PARTOUT);
        if (etendue != Etendue.PERSONNES && etendue.inOneSchool() == nowhere) {
            throw new IllegalArgumentException(etendue + (nowhere ? " is of one school" : " is of no one school"));
        }
    }

    /// The classes that some audiences name.
    public static Set<UUID> classes(Collection<Public> publics) {
        return publics.stream()
                .filter(pour -> pour.etendue == Etendue.CLASSE)
                .flatMap(pour -> Stream.of(pour.ids()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public static Public ofClasse(UUID ecole, UUID classe, Qui qui) {
        return new Public(Etendue.CLASSE, qui, ecole, Set.of(classe.toString()));
    }

    public static Public ofGroupe(UUID ecole, UUID groupe, Qui qui) {
        return new Public(Etendue.GROUPE, qui, ecole, Set.of(groupe.toString()));
    }

    public static Public ofEcole(UUID ecole, Qui qui) {
        return new Public(Etendue.ECOLE, qui, ecole, Set.of(ecole.toString()));
    }

    public static Public ofEleves(UUID ecole, Collection<UUID> eleves, Qui qui) {
        return new Public(Etendue.ELEVES, qui, ecole, ids(eleves));
    }

    /// @param ecole where they are met as such, [Cle#PARTOUT] for people of no school
    public static Public ofPersonnes(UUID ecole, Collection<UUID> personnes, Qui qui) {
        return new Public(Etendue.PERSONNES, qui, ecole, ids(personnes));
    }

    public static Public ofCirconscription(UUID circonscription, Qui qui) {
        return new Public(Etendue.CIRCONSCRIPTION, qui, Cle.PARTOUT, Set.of(circonscription.toString()));
    }

    public static Public ofCommune(String insee, Qui qui) {
        return new Public(Etendue.COMMUNE, qui, Cle.PARTOUT, Set.of(insee));
    }

    public static Public ofDepartement(String departement, Qui qui) {
        return new Public(Etendue.DEPARTEMENT, qui, Cle.PARTOUT, Set.of(departement));
    }

    public static Public ofRegion(Qui qui) {
        return new Public(Etendue.REGION, qui, Cle.PARTOUT, Set.of(""));
    }

    /// What a form sends: `CLASSE.RESPONSABLES.<school>.<id>+<id>`.
    ///
    /// @return empty when it is none; who may address whom is [Publics#accepts]
    public static Optional<Public> parse(String code) {
        var parts = code.split("\\.", 4);
        if (parts.length < 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Public(
                    Etendue.valueOf(parts[0]),
                    Qui.valueOf(parts[1]),
                    UUID.fromString(parts[2]),
                    Arrays.stream(parts[3].split("\\+", -1)).collect(Collectors.toSet())));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /// The same value for the same public, whatever the order in which its targets were chosen.
    public String code() {
        return etendue + "." + qui + "." + ecoleId + "."
                + cibles.stream().sorted().collect(Collectors.joining("+"));
    }

    /// What a room stores, one row each, beside `ecole_id`.
    public Set<Cle> cles() {
        return cibles.stream().map(c -> cle(etendue, qui, ecoleId, c)).collect(Collectors.toUnmodifiableSet());
    }

    /// The publics that a room has filed under these keys: targets of one school, one reach and the same people make
    /// one.
    public static List<Public> ofCles(Collection<Cle> cles) {
        Map<String, Set<String>> cibles = new TreeMap<>();
        for (var cle : cles) {
            var parts = cle.valeur().split("\\.", 3);
            cibles.computeIfAbsent(parts[0] + "." + parts[1] + "." + cle.ecoleId(), _ -> new LinkedHashSet<>())
                    .add(parts.length < 3 ? "" : parts[2]);
        }
        return cibles.entrySet().stream()
                .flatMap(e -> parse(e.getKey() + "." + String.join("+", e.getValue())).stream())
                .toList();
    }

    static Cle cle(Etendue etendue, Qui qui, UUID ecole, String cible) {
        return new Cle(ecole, etendue + "." + qui + (cible.isEmpty() ? "" : "." + cible));
    }

    /// The keys that someone of a school holds beside those of their classes: the school's, those of what is above it,
    /// their own.
    static List<Cle> above(
            Qui qui,
            UUID personne,
            UUID ecole,
            @Nullable UUID circonscription,
            @Nullable String commune,
            @Nullable String departement) {
        List<Cle> cles = new ArrayList<>();
        cles.add(cle(Etendue.ECOLE, qui, ecole, ecole.toString()));
        cles.add(cle(Etendue.PERSONNES, qui, ecole, personne.toString()));
        cles.add(cle(Etendue.PERSONNES, qui, Cle.PARTOUT, personne.toString()));
        cles.add(cle(Etendue.REGION, qui, Cle.PARTOUT, ""));
        if (circonscription != null) {
            cles.add(cle(Etendue.CIRCONSCRIPTION, qui, Cle.PARTOUT, circonscription.toString()));
        }
        if (commune != null) {
            cles.add(cle(Etendue.COMMUNE, qui, Cle.PARTOUT, commune));
        }
        if (departement != null) {
            cles.add(cle(Etendue.DEPARTEMENT, qui, Cle.PARTOUT, departement));
        }
        return cles;
    }

    private static Set<String> ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Targets that are ids; empty for communes, départements and the région.
    public UUID[] ids() {
        return etendue.byId() ? cibles.stream().map(UUID::fromString).toArray(UUID[]::new) : new UUID[0];
    }
}
