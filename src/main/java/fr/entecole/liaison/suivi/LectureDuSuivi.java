package fr.entecole.liaison.suivi;

import fr.entecole.liaison.Mot;
import fr.entecole.liaison.LectureDesMots;
import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.Membres.Joignable;
import fr.entecole.liaison.suivi.Suivi.Enfant;
import fr.entecole.liaison.suivi.Suivi.Etat;
import fr.entecole.liaison.suivi.Suivi.Responsable;
import fr.entecole.socle.Colonnes;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who has read a mot among those for whom it is today. Who is kept out of a child is not there. Three statements a
/// public, and two.
@Component
class LectureDuSuivi {

    private final JdbcClient jdbc;
    private final Membres membres;
    private final Publics publics;
    private final Appellations appellations;

    LectureDuSuivi(JdbcClient jdbc, Membres membres, Publics publics, Appellations appellations) {
        this.jdbc = jdbc;
        this.membres = membres;
        this.publics = publics;
        this.appellations = appellations;
    }

    Suivi of(Mot mot) {
        Map<UUID, Map<UUID, Joignable>> enfants = new LinkedHashMap<>();
        for (var pour : mot.familles()) {
            publics.each(pupils(pour), m -> enfants.putIfAbsent(m.personneId(), new LinkedHashMap<>()));
            membres.each(pour, joignable -> {
                var membre = joignable.membre();
                var eleve = membre.eleveId();
                if (!membre.ecarte() && eleve != null) {
                    enfants.computeIfAbsent(eleve, _ -> new LinkedHashMap<>()).put(membre.personneId(), joignable);
                }
            });
        }
        var lus = lus(mot);
        var noms = appellations.personnes(ids(enfants));
        var order = Collator.getInstance(Locale.FRENCH);
        return new Suivi(enfants.entrySet().stream()
                .map(e -> enfant(e.getKey(), e.getValue(), noms, lus, mot.numero()))
                .sorted(Comparator.comparing(Enfant::nom, order))
                .toList());
    }

    private static Set<UUID> ids(Map<UUID, Map<UUID, Joignable>> enfants) {
        var ids = new HashSet<>(enfants.keySet());
        enfants.values().forEach(responsables -> ids.addAll(responsables.keySet()));
        return ids;
    }

    private static Public pupils(Public pour) {
        return new Public(pour.etendue(), Qui.ELEVES, pour.ecoleId(), pour.cibles());
    }

    /// Two entries of the directory that are one person are told once, and have read once.
    private static Enfant enfant(
            UUID id, Map<UUID, Joignable> responsables, Map<UUID, String> noms, Map<UUID, Lu> lus, int numero) {
        Map<UUID, Responsable> once = new LinkedHashMap<>();
        responsables.forEach((personne, joignable) -> {
            var one = responsable(joignable, noms.getOrDefault(personne, ""), lus.get(personne), numero);
            once.merge(one.quelquUn(), one, (a, b) -> a.etat().compareTo(b.etat()) <= 0 ? a : b);
        });
        return new Enfant(id, noms.getOrDefault(id, ""), new ArrayList<>(once.values()));
    }

    private static Responsable responsable(Joignable joignable, String nom, @Nullable Lu lu, int numero) {
        if (lu != null) {
            return new Responsable(joignable.quelquUn(), nom, Etat.LU, lu.le, lu.numero == numero, "");
        }
        if (joignable.membre().organisme()) {
            return new Responsable(
                    joignable.quelquUn(), nom, Etat.INJOIGNABLE, null, false, t("un organisme n’a pas de compte"));
        }
        return joignable.compte()
                ? new Responsable(joignable.quelquUn(), nom, Etat.PAS_ENCORE, null, false, "")
                : new Responsable(joignable.quelquUn(), nom, Etat.INJOIGNABLE, null, false, t("n’est jamais venu ici"));
    }

    private Map<UUID, Lu> lus(Mot mot) {
        Map<UUID, Lu> lus = new HashMap<>();
        jdbc.sql("""
                        select personne_id, min(lu_le) as lu_le, max(numero) as numero from liaison.lecture
                         where ecole_id = :ecole and mot_id = :mot group by personne_id
                        """).param("ecole", mot.ecoleId()).param("mot", mot.id()).query(rs -> {
            lus.put(Colonnes.uuid(rs, "personne_id"), new Lu(LectureDesMots.instant(rs, "lu_le"), rs.getInt("numero")));
        });
        return lus;
    }

    private record Lu(Instant le, int numero) {}
}
