package fr.entecole.portail;

import static fr.entecole.socle.Phrases.jour;
import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Titulaires;
import fr.entecole.comptes.Titulaires.Titulaire;
import fr.entecole.journal.Acte;
import fr.entecole.journal.Actes;
import fr.entecole.journal.LectureDuJournal.Ligne;
import fr.entecole.journal.Objet.Nom;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A fact of the journal in words: what, who, when, and from where for a sign-in.
///
/// @param lieu empty when the fact has no address
record LigneDuJournal(String quoi, String qui, String quand, String lieu) {

    private static final ZoneId ICI = ZoneId.of("Europe/Paris");

    /// @param ecoles names of schools by id, asked for only when a fact is about one
    /// @param restrictions whom each is about, for the head who decides it: of no one for another reader
    /// @param entier whether the reader sees whole addresses
    static List<LigneDuJournal> all(
            List<Ligne> lignes,
            Actes actes,
            Titulaires titulaires,
            Function<Collection<UUID>, Map<UUID, String>> ecoles,
            Function<Collection<UUID>, Map<UUID, String>> restrictions,
            boolean entier) {
        Set<UUID> personnes = new HashSet<>();
        Set<UUID> structures = new HashSet<>();
        Set<UUID> ecarts = new HashSet<>();
        for (var ligne : lignes) {
            Optional.ofNullable(ligne.acteur()).ifPresent(personnes::add);
            objet(ligne, actes, Nom.PERSONNE).ifPresent(personnes::add);
            objet(ligne, actes, Nom.ECOLE).ifPresent(structures::add);
            objet(ligne, actes, Nom.RESTRICTION).ifPresent(ecarts::add);
        }
        var connus = titulaires.of(personnes);
        Map<UUID, String> noms = new HashMap<>();
        connus.forEach((id, titulaire) -> noms.put(id, titulaire.nom()));
        if (!structures.isEmpty()) {
            noms.putAll(ecoles.apply(structures));
        }
        noms.putAll(ecarts.isEmpty() ? Map.of() : restrictions.apply(ecarts));
        return lignes.stream()
                .map(ligne -> of(ligne, actes, noms, lieu(ligne, actes, connus, entier)))
                .toList();
    }

    private static LigneDuJournal of(Ligne ligne, Actes actes, Map<UUID, String> noms, String lieu) {
        var when = ligne.faitLe().atZone(ICI);
        var objet = objet(ligne, actes, Nom.PERSONNE)
                .or(() -> objet(ligne, actes, Nom.ECOLE))
                .map(noms::get)
                .orElse(null);
        return new LigneDuJournal(
                about(
                        objet(ligne, actes, Nom.RESTRICTION).map(noms::get),
                        quoi(ligne, actes.phrase(ligne.action(), ligne.raison(), objet))),
                qui(ligne, actes, noms),
                t("{0} à {1} h {2}", jour(when.toLocalDate()), when.getHour(), "%02d".formatted(when.getMinute())),
                lieu);
    }

    private static String about(Optional<String> whom, String phrase) {
        return whom.map(names -> t("{0} : {1}", phrase, names)).orElse(phrase);
    }

    private static String quoi(Ligne ligne, String phrase) {
        return ligne.fois() == 1 ? phrase : t("{0} ({1, plural, other {# fois}} en une minute)", phrase, ligne.fois());
    }

    private static String qui(Ligne ligne, Actes actes, Map<UUID, String> noms) {
        if (ligne.acteur() == null) {
            return actes.find(ligne.action()).filter(Acte::tentative).isPresent()
                    ? t("Personne n’est entré")
                    : t("Le service");
        }
        return noms.getOrDefault(ligne.acteur(), t("un compte effacé"));
    }

    /// @return empty when another name than that one stands in the sentence
    private static Optional<UUID> objet(Ligne ligne, Actes actes, Nom nom) {
        var objetId = ligne.objetId();
        if (objetId == null
                || actes.find(ligne.action())
                        .filter(acte -> acte.objet().nom() == nom)
                        .isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(objetId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A head sees the network, and nothing of where a family was: of whoever acted, or of the account that was tried.
    private static String lieu(Ligne ligne, Actes actes, Map<UUID, Titulaire> connus, boolean entier) {
        if (!entier) {
            var qui = Optional.ofNullable(ligne.acteur())
                    .or(() -> objet(ligne, actes, Nom.PERSONNE))
                    .map(connus::get);
            if (qui.isEmpty() || qui.get().famille()) {
                return "";
            }
        }
        return lieu(ligne.adresse(), entier);
    }

    /// A head sees the network, never the line of a home (ADR 0021).
    static String lieu(@Nullable String adresse, boolean entier) {
        if (adresse == null || entier) {
            return adresse == null ? "" : adresse;
        }
        if (adresse.indexOf(':') < 0) {
            int last = adresse.lastIndexOf('.');
            return last < 0 ? "" : t("réseau {0}", adresse.substring(0, last));
        }
        // "2001:db8::1" names fewer groups than it has: what is not written is zeros.
        var head = adresse.split("::", 2)[0].split(":");
        var shown = new StringJoiner(":");
        for (int i = 0; i < 3; i++) {
            shown.add(i < head.length && !head[i].isEmpty() ? head[i] : "0");
        }
        return t("réseau {0}", shown.toString());
    }
}
