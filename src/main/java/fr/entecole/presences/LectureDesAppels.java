package fr.entecole.presences;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Scolarite;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.presences.Appel.Eleve;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A roll, read through what the person may call. One round trip for today's; another for who was in the class on a day
/// that is over.
@Component
public class LectureDesAppels {

    /// Versions with what each said. Whoever is on the list of the first one, and has no line of it, was there.
    static final String FEUILLE = """
            select a.numero, a.geste, a.motif, a.auteur, a.auteur_id, a.fait_le, a.saisi_le,
                   l.id, l.eleve_id, l.etat, l.arrive, l.parti
              from presences.appel a
              left join lateral (
                   select l.id, l.eleve_id, l.etat, l.arrive, l.parti from presences.ligne l
                    where l.ecole_id = a.ecole_id and l.classe_id = a.classe_id and l.jour = a.jour
                      and l.moment = a.moment and l.numero = a.numero
                   union all
                   select null, e.eleve_id, 'PRESENT', null, null from presences.liste k
                    cross join unnest(k.eleves) e (eleve_id)
                    where k.ecole_id = a.ecole_id and k.classe_id = a.classe_id and k.id = a.liste_id
                      and not exists (select 1 from presences.ligne l
                                       where l.ecole_id = a.ecole_id and l.classe_id = a.classe_id and l.jour = a.jour
                                         and l.moment = a.moment and l.eleve_id = e.eleve_id and l.numero = a.numero)) l
                on true
             where a.ecole_id = :ecole and a.classe_id = :classe and a.jour = :jour and a.moment = :moment
             order by a.numero
            """;

    /// Those of the class today, and whoever stands on this roll.
    private static final String ELEVES = """
            select t.id, t.prenom, t.nom, coalesce(p.niveau, '') as niveau
              from (select i.eleve_id from annuaire.inscrit i where i.classe_id = :classe and :actuelle
                    union select unnest(:autres::uuid[])
                    union select l.eleve_id from presences.dernier l
                     where l.ecole_id = :ecole and l.classe_id = :classe and l.jour = :jour and l.moment = :moment
                       and l.etat <> 'RETIRE') q
              join annuaire.titulaire t on t.id = q.eleve_id and t.nature = 'ELEVE'
              left join annuaire.present p on p.eleve_id = q.eleve_id
            """;

    /// What is said of children of the school for that day: by a guardian, or arranged by the head.
    private static final String DITS = """
            select true as excuse, x.id, x.eleve_id, x.responsable_id, x.mode, x.motif, x.precisions, x.du, x.au,
                   x.jour_semaine, x.moment, x.dite_le, t.prenom, t.nom
              from presences.excuse x left join annuaire.titulaire t on t.id = x.responsable_id and t.nature = 'RESPONSABLE'
             where x.ecole_id = :ecole and x.du <= :jour and x.au >= :jour and x.retiree_le is null
            union all
            select false, null, m.eleve_id, null, null, m.motif, null, m.du, m.au, m.jour_semaine, m.moment, null, null, null
              from presences.amenagement m
             where m.ecole_id = :ecole and m.du <= :jour and m.au >= :jour and m.fini_le is null
             order by dite_le
            """;

    /// What stands around the roll: the month's last signature, the morning of that day, what is counted, and whether
    /// the school wants it.
    private static final String AUTOUR = """
            select (select s.signee_le from presences.signature s
                     where s.ecole_id = :ecole and s.classe_id = :classe and s.jour = :mois
                     order by s.rang desc limit 1) as signee_le,
                   exists (select 1 from presences.dernier d
                            where d.ecole_id = :ecole and d.classe_id = :classe and d.jour = :jour
                              and d.moment = 'MATIN' and d.etat <> 'RETIRE') as matin,
                   array(select n.service || ' ' || n.nombre
                           from (select distinct on (service) service, nombre from presences.nombre
                                  where ecole_id = :ecole and classe_id = :classe and jour = :jour
                                  order by service, dit_le desc, id desc) n) as comptes,
                   array(select c.quoi from presences.choix c where c.ecole_id = :ecole and c.fini_le is null) as choix
            """;

    /// The children, each beside what stands around the roll: one select rather than two, and one row where the class
    /// has nobody.
    private static final String CLASSE = "select a.*, e.* from (" + AUTOUR + ") a left join (" + ELEVES + ") e on true";

    private final Lectures lectures;
    private final Classes classes;
    private final Scolarite scolarite;

    private final Choix choix;

    LectureDesAppels(Lectures lectures, Classes classes, Scolarite scolarite, Choix choix) {
        this.choix = choix;
        this.lectures = lectures;
        this.classes = classes;
        this.scolarite = scolarite;
    }

    /// @return empty for who may not call it, and where the class is not of that school
    public Optional<Appel> find(Utilisateur utilisateur, Appele quoi, LocalDate today) {
        return Optional.of(read(quoi, today))
                .filter(appel -> appel.classe().ecoleId().equals(quoi.ecole()))
                .filter(appel -> calls(utilisateur, quoi, appel));
    }

    /// Whether the head has entrusted them with it is asked of those alone who may not call otherwise.
    private boolean calls(Utilisateur utilisateur, Appele quoi, Appel appel) {
        var access = PresencesAccess.of(utilisateur);
        return access.calls(quoi.ecole(), quoi.classe(), appel.choix().contains(Choix.Quoi.EQUIPE))
                || access.calls(quoi.ecole(), quoi.classe(), true)
                        && choix.equipes(utilisateur, List.of(quoi.ecole())).contains(quoi.ecole());
    }

    private Appel read(Appele quoi, LocalDate today) {
        boolean now = quoi.demi().jour().equals(today);
        Set<UUID> others =
                now ? Set.of() : scolarite.eleves(quoi.classe(), quoi.demi().jour());
        var of = parametres(quoi);
        return lectures.read(Lecture.whole(FEUILLE, of, Lignes::feuille)
                .with(Lecture.whole(CLASSE, with(quoi, now, others), Autour::read), Lu::new)
                .with(Lecture.of(DITS, of, Parole::read), Lu::told)
                .with(classes.lectureNamed(List.of(quoi.classe())), (lu, named) -> lu.appel(quoi, named)));
    }

    static Map<String, Object> parametres(Appele quoi) {
        return Map.of(
                "ecole",
                quoi.ecole(),
                "classe",
                quoi.classe(),
                "jour",
                quoi.demi().jour(),
                "moment",
                quoi.demi().moment().name());
    }

    private static Map<String, Object> with(Appele quoi, boolean now, Set<UUID> others) {
        var all = new HashMap<>(parametres(quoi));
        all.put("mois", quoi.demi().jour().withDayOfMonth(1));
        all.put("actuelle", now);
        all.put("autres", others.toArray(UUID[]::new));
        return all;
    }

    private record Nomme(UUID id, String prenom, String nom, String niveau) {}

    private record Amenage(UUID eleve, String motif, Plage plage) {}

    /// One of both.
    private record Parole(@Nullable Excuse excuse, @Nullable Amenage amenage) {

        static Parole read(ResultSet rs, int row) throws SQLException {
            return rs.getBoolean("excuse")
                    ? new Parole(Lignes.excuse(rs, row), null)
                    : new Parole(
                            null, new Amenage(Colonnes.uuid(rs, "eleve_id"), rs.getString("motif"), Lignes.plage(rs)));
        }
    }

    private record Autour(
            @Nullable Instant signee,
            boolean matinFait,
            Map<Choix.Quoi, Integer> comptes,
            Set<Choix.Quoi> choix,
            List<Nomme> noms) {

        /// @param rs a row for each child, or one of nobody
        static Autour read(ResultSet rs) throws SQLException {
            rs.next();
            var autour = first(rs);
            do {
                if (rs.getObject("id") != null) {
                    autour.noms.add(new Nomme(
                            Colonnes.uuid(rs, "id"),
                            rs.getString("prenom"),
                            rs.getString("nom"),
                            rs.getString("niveau")));
                }
            } while (rs.next());
            return autour;
        }

        private static Autour first(ResultSet rs) throws SQLException {
            Map<Choix.Quoi, Integer> comptes = new EnumMap<>(Choix.Quoi.class);
            for (var compte : Colonnes.strings(rs, "comptes")) {
                int space = compte.indexOf(' ');
                comptes.put(
                        Choix.Quoi.valueOf(compte.substring(0, space)), Integer.valueOf(compte.substring(space + 1)));
            }
            return new Autour(
                    rs.getObject("signee_le") == null ? null : Lignes.instant(rs, "signee_le"),
                    rs.getBoolean("matin"),
                    comptes,
                    Colonnes.strings(rs, "choix").stream()
                            .map(Choix.Quoi::valueOf)
                            .collect(Collectors.toUnmodifiableSet()),
                    new ArrayList<>());
        }
    }

    /// What has been read so far.
    private static final class Lu {

        private final Feuille feuille;
        private final Autour autour;
        private List<Excuse> excuses = List.of();
        private List<Amenage> amenagements = List.of();

        Lu(Feuille feuille, Autour autour) {
            this.feuille = feuille;
            this.autour = autour;
        }

        Lu told(List<Parole> all) {
            excuses = all.stream().map(Parole::excuse).filter(Objects::nonNull).toList();
            amenagements =
                    all.stream().map(Parole::amenage).filter(Objects::nonNull).toList();
            return this;
        }

        Appel appel(Appele quoi, List<Classe> named) {
            if (named.isEmpty()) {
                throw new Introuvable();
            }
            var collator = Collator.getInstance(Locale.FRENCH);
            var eleves = new ArrayList<Eleve>();
            autour.noms.forEach(n -> eleves.add(eleve(n, quoi.demi())));
            eleves.sort(Comparator.comparing(Eleve::appel, collator).thenComparing(Eleve::id));
            return new Appel(
                    quoi,
                    named.getFirst(),
                    feuille,
                    eleves,
                    autour.signee,
                    autour.choix,
                    autour.comptes,
                    autour.matinFait);
        }

        private Eleve eleve(Nomme n, DemiJournee demi) {
            return new Eleve(
                    n.id,
                    Appellations.personne(n.prenom, ""),
                    Appellations.personne("", n.nom),
                    n.niveau,
                    excuses.stream()
                            .filter(x -> x.eleve().equals(n.id) && x.plage().covers(demi))
                            .toList(),
                    amenagements.stream()
                            .filter(a -> a.eleve.equals(n.id) && a.plage.covers(demi))
                            .map(Amenage::motif)
                            .findFirst()
                            .orElse(""));
        }
    }
}
