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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A roll, read through what the person may call. One round trip for today's; another for who was in the class on a day
/// that is over.
@Component
public class LectureDesAppels {

    static final String VERSIONS = """
            select numero, geste, motif, auteur, auteur_id, fait_le, saisi_le from presences.appel
             where ecole_id = :ecole and classe_id = :classe and jour = :jour and moment = :moment order by numero
            """;

    /// Whoever is on the list of the first version, and has no line of it, was there.
    static final String LIGNES = """
            select id, eleve_id, numero, etat, arrive, parti from presences.ligne
             where ecole_id = :ecole and classe_id = :classe and jour = :jour and moment = :moment
            union all
            select null, e.eleve_id, a.numero, 'PRESENT', null, null
              from presences.appel a
              join presences.liste k on k.ecole_id = a.ecole_id and k.classe_id = a.classe_id and k.id = a.liste_id
             cross join unnest(k.eleves) e (eleve_id)
             where a.ecole_id = :ecole and a.classe_id = :classe and a.jour = :jour and a.moment = :moment
               and not exists (select 1 from presences.ligne l
                                where l.ecole_id = a.ecole_id and l.classe_id = a.classe_id and l.jour = a.jour
                                  and l.moment = a.moment and l.eleve_id = e.eleve_id and l.numero = a.numero)
             order by numero
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

    private static final String EXCUSES = """
            select x.id, x.eleve_id, x.responsable_id, x.mode, x.motif, x.precisions, x.du, x.au, x.jour_semaine, x.moment,
                   x.dite_le, t.prenom, t.nom
              from presences.excuse x left join annuaire.titulaire t on t.id = x.responsable_id and t.nature = 'RESPONSABLE'
             where x.ecole_id = :ecole and x.du <= :jour and x.au >= :jour and x.retiree_le is null
             order by x.dite_le
            """;

    private static final String AMENAGEMENTS = """
            select eleve_id, motif, du, au, jour_semaine, moment from presences.amenagement
             where ecole_id = :ecole and du <= :jour and au >= :jour and fini_le is null
            """;

    private static final String SIGNEE = """
            select signee_le from presences.signature
             where ecole_id = :ecole and classe_id = :classe and jour = :mois order by rang desc limit 1
            """;

    private static final String COMPTES = """
            select distinct on (service) service, nombre from presences.nombre
             where ecole_id = :ecole and classe_id = :classe and jour = :jour order by service, dit_le desc, id desc
            """;

    private static final String MATIN = """
            select exists (select 1 from presences.appel where ecole_id = :ecole and classe_id = :classe and jour = :jour
                              and moment = 'MATIN') as fait
            """;

    private final Lectures lectures;
    private final Classes classes;
    private final Scolarite scolarite;

    LectureDesAppels(Lectures lectures, Classes classes, Scolarite scolarite) {
        this.lectures = lectures;
        this.classes = classes;
        this.scolarite = scolarite;
    }

    /// @return empty for who may not call it, and where the class is not of that school
    public Optional<Appel> find(Utilisateur utilisateur, Appele quoi, LocalDate today) {
        return Optional.of(read(quoi, today))
                .filter(appel -> appel.classe().ecoleId().equals(quoi.ecole()))
                .filter(appel -> PresencesAccess.of(utilisateur)
                        .calls(quoi.ecole(), quoi.classe(), appel.choix().contains(Choix.Quoi.EQUIPE)));
    }

    private Appel read(Appele quoi, LocalDate today) {
        boolean now = quoi.demi().jour().equals(today);
        Set<UUID> others =
                now ? Set.of() : scolarite.eleves(quoi.classe(), quoi.demi().jour());
        var of = parametres(quoi);
        return lectures.read(Lecture.of(VERSIONS, of, Lignes::version)
                .with(Lecture.of(LIGNES, of, Lignes::ligne), Feuille::new)
                .with(Lecture.of(ELEVES, with(of, now, others), LectureDesAppels::nomme), Lu::new)
                .with(
                        Lecture.of(
                                EXCUSES,
                                Map.of(
                                        "ecole",
                                        quoi.ecole(),
                                        "jour",
                                        quoi.demi().jour()),
                                Lignes::excuse),
                        Lu::excused)
                .with(
                        Lecture.of(
                                AMENAGEMENTS,
                                Map.of(
                                        "ecole",
                                        quoi.ecole(),
                                        "jour",
                                        quoi.demi().jour()),
                                (rs, _) -> new Amenage(
                                        Colonnes.uuid(rs, "eleve_id"), rs.getString("motif"), Lignes.plage(rs))),
                        Lu::arranged)
                .with(
                        Lecture.of(
                                SIGNEE,
                                Map.of(
                                        "ecole",
                                        quoi.ecole(),
                                        "classe",
                                        quoi.classe(),
                                        "mois",
                                        quoi.demi().jour().withDayOfMonth(1)),
                                (rs, _) -> Lignes.instant(rs, "signee_le")),
                        Lu::signed)
                .with(Choix.lecture(quoi.ecole()), Lu::wanted)
                .with(
                        Lecture.of(
                                COMPTES,
                                Map.of(
                                        "ecole",
                                        quoi.ecole(),
                                        "classe",
                                        quoi.classe(),
                                        "jour",
                                        quoi.demi().jour()),
                                (rs, _) -> Map.entry(Choix.Quoi.valueOf(rs.getString("service")), rs.getInt("nombre"))),
                        Lu::counted)
                .with(Lecture.of(MATIN, of, (rs, _) -> rs.getBoolean("fait")), Lu::morning)
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

    private static Map<String, Object> with(Map<String, Object> of, boolean now, Set<UUID> others) {
        var all = new HashMap<>(of);
        all.put("actuelle", now);
        all.put("autres", others.toArray(UUID[]::new));
        return all;
    }

    private static Nomme nomme(ResultSet rs, int row) throws SQLException {
        return new Nomme(Colonnes.uuid(rs, "id"), rs.getString("prenom"), rs.getString("nom"), rs.getString("niveau"));
    }

    private record Nomme(UUID id, String prenom, String nom, String niveau) {}

    private record Amenage(UUID eleve, String motif, Plage plage) {}

    /// What has been read so far.
    private static final class Lu {

        private final Feuille feuille;
        private final List<Nomme> noms;
        private List<Excuse> excuses = List.of();
        private List<Amenage> amenagements = List.of();
        private @Nullable Instant signee;
        private boolean matinFait;
        private Set<Choix.Quoi> choix = Set.of();
        private final Map<Choix.Quoi, Integer> comptes = new EnumMap<>(Choix.Quoi.class);

        Lu(Feuille feuille, List<Nomme> noms) {
            this.feuille = feuille;
            this.noms = noms;
        }

        Lu excused(List<Excuse> all) {
            excuses = all;
            return this;
        }

        Lu arranged(List<Amenage> all) {
            amenagements = all;
            return this;
        }

        Lu morning(List<Boolean> all) {
            matinFait = all.contains(true);
            return this;
        }

        Lu signed(List<Instant> last) {
            signee = last.isEmpty() ? null : last.getFirst();
            return this;
        }

        Lu wanted(Set<Choix.Quoi> all) {
            choix = all;
            return this;
        }

        Lu counted(List<Map.Entry<Choix.Quoi, Integer>> all) {
            all.forEach(e -> comptes.put(e.getKey(), e.getValue()));
            return this;
        }

        Appel appel(Appele quoi, List<Classe> named) {
            if (named.isEmpty()) {
                throw new Introuvable();
            }
            var collator = Collator.getInstance(Locale.FRENCH);
            var eleves = new ArrayList<Eleve>();
            noms.forEach(n -> eleves.add(eleve(n, quoi.demi())));
            eleves.sort(Comparator.comparing(Eleve::appel, collator).thenComparing(Eleve::id));
            return new Appel(quoi, named.getFirst(), feuille, eleves, signee, choix, comptes, matinFait);
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
