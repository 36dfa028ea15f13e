package fr.entecole.presences.registre;

import fr.entecole.annuaire.Appellations;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Etat;
import fr.entecole.presences.Lignes;
import fr.entecole.presences.Motif;
import fr.entecole.presences.registre.FeuilleDuMois.Ligne;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The sheet of a month, in one round trip. Names are the register's own.
@Component
class LectureDuRegistre {

    private static final String LIGNES = """
            select l.eleve_id, l.jour, l.moment, l.etat, e.prenom, e.nom,
                   l.etat = 'ABSENT' and case coalesce((select d.sens from presences.decision d
                             where d.ecole_id = l.ecole_id and d.eleve_id = l.eleve_id and d.jour = l.jour
                               and d.moment = l.moment order by d.decidee_le desc, d.id desc limit 1), 'LOI')
                   when 'LEGITIME' then false when 'NON_LEGITIME' then true
                   else not exists (select 1 from presences.excuse x
                         where x.ecole_id = l.ecole_id and x.eleve_id = l.eleve_id and x.retiree_le is null
                           and x.motif = any(:legitimes) and x.du <= l.jour and x.au >= l.jour
                           and (x.moment is null or x.moment = l.moment)
                           and (x.jour_semaine is null or x.jour_semaine = extract(isodow from l.jour))) end as injustifiee
              from presences.dernier l
              left join presences.nom e
                on e.ecole_id = l.ecole_id and e.eleve_id = l.eleve_id and e.annee = :annee
             where l.ecole_id = :ecole and l.classe_id = :classe and l.jour >= :mois and l.jour < :apres
               and l.etat <> 'RETIRE'
            """;

    /// Arrays are looked up before the view says what holds: of this class's pupils, in the classes where they were,
    /// not of the whole school.
    private static final String DEPUIS = """
            with eleve as materialized (
                select array(select distinct q.eleve_id from presences.dernier q
                              where q.ecole_id = :ecole and q.classe_id = :classe
                                and q.jour >= :mois and q.jour < :apres) as ids)
            select distinct on (l.eleve_id) l.eleve_id, l.jour, l.moment
              from presences.dernier l
             where l.ecole_id = :ecole and l.jour >= :rentree and l.jour < :apres and l.etat in ('PRESENT', 'RETARD')
               and l.classe_id = any((select presences.classes_of(:ecole, ids) from eleve)::uuid[])
               and l.eleve_id = any((select ids from eleve)::uuid[])
             order by l.eleve_id, l.jour, l.moment desc
            """;

    private final Lectures lectures;

    LectureDuRegistre(Lectures lectures) {
        this.lectures = lectures;
    }

    /// @param today half-days after it are not missing yet
    FeuilleDuMois of(UUID ecole, UUID classe, LocalDate mois, Calendrier calendrier, LocalDate today) {
        var of = Map.of(
                "ecole", ecole,
                "classe", classe,
                "mois", mois,
                "apres", mois.plusMonths(1),
                "annee", AnneeScolaire.of(mois).rentree(),
                "rentree", AnneeScolaire.of(mois).debut(),
                "legitimes",
                        Arrays.stream(Motif.values())
                                .filter(Motif::legitime)
                                .map(Enum::name)
                                .toArray(String[]::new));
        return lectures.read(Lecture.of(
                        LIGNES,
                        of,
                        (rs, _) -> new Dite(
                                Colonnes.uuid(rs, "eleve_id"),
                                rs.getString("nom") == null
                                        ? ""
                                        : Appellations.personne("", rs.getString("nom")) + ", "
                                                + Appellations.personne(rs.getString("prenom"), ""),
                                Lignes.demi(rs),
                                Etat.valueOf(rs.getString("etat")),
                                rs.getBoolean("injustifiee")))
                .with(
                        Lecture.of(DEPUIS, of, (rs, _) -> Map.entry(Colonnes.uuid(rs, "eleve_id"), Lignes.demi(rs))),
                        (dites, depuis) -> sheet(mois, dites, depuis, calendrier, today))
                .with(Lecture.of(Corrigee.MOIS, of, Corrigee::read), FeuilleDuMois::corrected));
    }

    static FeuilleDuMois sheet(
            LocalDate mois,
            List<Dite> dites,
            List<Map.Entry<UUID, DemiJournee>> depuis,
            Calendrier calendrier,
            LocalDate today) {
        Map<UUID, DemiJournee> first = new HashMap<>();
        depuis.forEach(e -> first.put(e.getKey(), e.getValue()));
        Map<UUID, Ligne> lignes = new HashMap<>();
        Set<DemiJournee> called = new HashSet<>();
        var never = new DemiJournee(mois.plusMonths(1), Moment.MATIN);
        for (var dite : dites) {
            called.add(dite.demi);
            var before = lignes.getOrDefault(
                    dite.eleve, new Ligne(dite.eleve, dite.nom, Map.of(), first.getOrDefault(dite.eleve, never), 0));
            var etats = new HashMap<>(before.etats());
            etats.put(dite.demi, dite.etat);
            lignes.put(
                    dite.eleve,
                    new Ligne(
                            dite.eleve,
                            dite.nom,
                            etats,
                            before.depuis(),
                            before.nonJustifiees() + (dite.injustifiee && !before.before(dite.demi) ? 1 : 0)));
        }
        var last = mois.plusMonths(1).minusDays(1);
        var expected = calendrier.demiJournees(mois, last.isAfter(today) ? today : last);
        var demis = new TreeSet<>(expected);
        demis.addAll(called);
        var collator = Collator.getInstance(Locale.FRENCH);
        var sorted = new ArrayList<>(lignes.values());
        sorted.sort(Comparator.comparing(Ligne::nom, collator).thenComparing(Ligne::eleve));
        return new FeuilleDuMois(
                mois,
                List.copyOf(demis),
                expected.stream().filter(d -> !called.contains(d)).toList(),
                sorted);
    }

    record Dite(UUID eleve, String nom, DemiJournee demi, Etat etat, boolean injustifiee) {}
}
