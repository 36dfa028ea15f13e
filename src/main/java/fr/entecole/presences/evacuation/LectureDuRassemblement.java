package fr.entecole.presences.evacuation;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Choix;
import fr.entecole.presences.Etat;
import fr.entecole.presences.Lignes;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.presences.evacuation.Rassemblement.Dernier;
import fr.entecole.presences.evacuation.Rassemblement.Enfant;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who is here now. Two round trips, whatever the number of classes.
@Component
class LectureDuRassemblement {

    /// A roll that was taken back whole is none: the one before it that day holds, and what families have announced of
    /// the half-days that no roll holds. The afternoon's name comes first.
    private static final int NOON = 12;

    private static final String ENFANTS = """
            with la_classe as (
                select i.classe_id, p.ecole_id from annuaire.inscrit i join annuaire.present p on p.eleve_id = i.eleve_id
                 where i.classe_id = any(:classes)
                union
                select i.classe_id, p.ecole_id from annuaire.present p join annuaire.inscrit i on i.eleve_id = p.eleve_id
                 where p.ecole_id = any(:ecoles)),
            version as (
                select distinct on (a.ecole_id, a.classe_id, a.moment) a.ecole_id, a.classe_id, a.moment, a.fait_le, a.auteur
                  from presences.appel a join la_classe k on k.ecole_id = a.ecole_id and k.classe_id = a.classe_id
                 where a.jour = :jour order by a.ecole_id, a.classe_id, a.moment, a.numero desc),
            tenue as (
                select v.ecole_id, v.classe_id, v.moment, v.fait_le, v.auteur, d.eleve_id, d.etat, d.arrive, d.parti
                  from version v
                 cross join lateral (select q.eleve_id, q.etat, q.arrive, q.parti from presences.dernier q
                                      where q.ecole_id = v.ecole_id and q.classe_id = v.classe_id and q.jour = :jour
                                        and q.moment = v.moment and q.etat <> 'RETIRE') d),
            dernier_appel as (
                select distinct on (ecole_id, classe_id) ecole_id, classe_id, moment, fait_le, auteur
                  from tenue order by ecole_id, classe_id, moment),
            repris as (
                select distinct on (v.ecole_id, v.classe_id) v.ecole_id, v.classe_id, v.moment, v.fait_le, v.auteur
                  from version v
                 where not exists (select 1 from tenue t where t.classe_id = v.classe_id and t.moment = v.moment)
                 order by v.ecole_id, v.classe_id, v.moment),
            annonce as (
                select x.ecole_id, x.eleve_id, bool_or(x.moment is distinct from 'APRES_MIDI') as matin,
                       bool_or(x.moment is distinct from 'MATIN') as apres_midi
                  from presences.excuse x
                 where x.ecole_id in (select ecole_id from la_classe) and x.du <= :jour and x.au >= :jour
                   and (x.jour_semaine is null or x.jour_semaine = extract(isodow from :jour::date))
                   and x.retiree_le is null
                 group by x.ecole_id, x.eleve_id)
            select k.classe_id, t.id, t.prenom, t.nom, r.moment, r.fait_le, r.auteur, d.etat, d.arrive, d.parti,
                   p.moment as repris_moment, p.fait_le as repris_le, p.auteur as repris_par,
                   coalesce(case when r.moment is null then case when :apresMidi then x.apres_midi else x.matin end
                                 when r.moment = 'MATIN' and :apresMidi then x.apres_midi end, false) as annonce
              from la_classe k
              join annuaire.inscrit i on i.classe_id = k.classe_id
              join annuaire.titulaire t on t.id = i.eleve_id and t.nature = 'ELEVE'
              left join dernier_appel r on r.ecole_id = k.ecole_id and r.classe_id = k.classe_id
              left join tenue d on d.classe_id = k.classe_id and d.eleve_id = i.eleve_id and d.moment = r.moment
              left join repris p on p.ecole_id = k.ecole_id and p.classe_id = k.classe_id
                   and (r.moment is null or p.moment < r.moment)
              left join annonce x on x.ecole_id = k.ecole_id and x.eleve_id = i.eleve_id
            """;

    private static final String EN_COURS = """
            select id, ecole_id, genre, debut_le, fini_le, attendus, manquants, remarques, auteur_id from presences.exercice
             where ecole_id = any(:lieux) and fini_le is null
            """;

    private static final String RETROUVES = """
            select distinct r.eleve_id from presences.retrouve r join presences.exercice e on e.id = r.exercice_id
             where r.ecole_id = any(:lieux) and e.fini_le is null and r.repris_le is null
            """;

    private final Lectures lectures;
    private final Classes classes;
    private final Choix choix;

    LectureDuRassemblement(Lectures lectures, Classes classes, Choix choix) {
        this.lectures = lectures;
        this.classes = classes;
        this.choix = choix;
    }

    boolean gathers(Utilisateur utilisateur, UUID ecole) {
        return PresencesAccess.of(utilisateur).gathers(ecole, teams(utilisateur).contains(ecole));
    }

    /// Where they are of a team that calls; no statement for who teaches or directs wherever they work.
    private Set<UUID> teams(Utilisateur utilisateur) {
        var access = PresencesAccess.of(utilisateur);
        var some = utilisateur.ecoles().stream().filter(access::isOfTheTeam).toList();
        return some.isEmpty() ? Set.of() : choix.equipes(utilisateur, some);
    }

    /// What this person has to gather: the schools that they direct or of whose team they are, the classes that they
    /// teach.
    Lieux of(Utilisateur utilisateur, Instant now) {
        var perimetre = Perimetre.of(utilisateur);
        var whole = new HashSet<>(teams(utilisateur));
        if (utilisateur.is(Profil.DIRECTEUR)) {
            whole.addAll(perimetre.ecolesDirected());
        }
        return read(perimetre.classesTaught(), whole, utilisateur.ecoles(), now);
    }

    /// A whole school.
    Lieux of(UUID ecole, Instant now) {
        return read(Set.of(), Set.of(ecole), Set.of(ecole), now);
    }

    private Lieux read(Collection<UUID> taught, Collection<UUID> directed, Collection<UUID> lieux, Instant now) {
        var there = now.atZone(Calendrier.PARIS);
        var of = Map.of(
                "classes",
                taught.toArray(UUID[]::new),
                "ecoles",
                directed.toArray(UUID[]::new),
                "lieux",
                lieux.toArray(UUID[]::new),
                "jour",
                there.toLocalDate(),
                "apresMidi",
                there.getHour() >= NOON);
        return lectures.read(Lecture.of(ENFANTS, of, LectureDuRassemblement::ligne)
                .with(Lecture.of(EN_COURS, of, LectureDuRassemblement::exercice), Lu::new)
                .with(Lecture.of(RETROUVES, of, (rs, _) -> Colonnes.uuid(rs, "eleve_id")), Lu::found)
                .then(lu -> classes.lectureNamed(lu.ids()).map(named -> lu.gathered(named, there.toLocalTime()))));
    }

    static Exercice exercice(ResultSet rs, int row) throws SQLException {
        return new Exercice(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Genre.valueOf(rs.getString("genre")),
                Lignes.instant(rs, "debut_le"),
                rs.getObject("fini_le") == null ? null : Lignes.instant(rs, "fini_le"),
                rs.getInt("attendus"),
                rs.getObject("manquants", Integer.class),
                rs.getString("remarques"),
                rs.getObject("auteur_id", UUID.class));
    }

    private static Ligne ligne(ResultSet rs, int row) throws SQLException {
        var etat = rs.getString("etat");
        return new Ligne(
                Colonnes.uuid(rs, "classe_id"),
                Colonnes.uuid(rs, "id"),
                Appellations.personne("", rs.getString("nom")) + " "
                        + Appellations.personne(rs.getString("prenom"), ""),
                appel(rs, "moment", "fait_le", "auteur"),
                appel(rs, "repris_moment", "repris_le", "repris_par"),
                etat == null ? Etat.RETIRE : Etat.valueOf(etat),
                rs.getObject("arrive", LocalTime.class),
                rs.getObject("parti", LocalTime.class),
                rs.getBoolean("annonce"));
    }

    private static @Nullable Dernier appel(ResultSet rs, String moment, String quand, String qui) throws SQLException {
        var which = rs.getString(moment);
        return which == null ? null : new Dernier(Moment.valueOf(which), Lignes.instant(rs, quand), rs.getString(qui));
    }

    /// Classes and what runs in their schools.
    record Lieux(List<Rassemblement> classes, List<Exercice> enCours) {

        Optional<Exercice> exercice(UUID ecole) {
            return enCours.stream().filter(e -> e.ecole().equals(ecole)).findFirst();
        }
    }

    private record Ligne(
            UUID classe,
            UUID eleve,
            String nom,
            @Nullable Dernier appel,
            @Nullable Dernier repris,
            Etat etat,
            @Nullable LocalTime arrive,
            @Nullable LocalTime parti,
            boolean annonce) {

        boolean left(LocalTime now) {
            return etat.la() && parti != null && !parti.isAfter(now);
        }
    }

    private static final class Lu {

        private final List<Ligne> lignes;
        private final List<Exercice> enCours;
        private Set<UUID> retrouves = Set.of();

        Lu(List<Ligne> lignes, List<Exercice> enCours) {
            this.lignes = lignes;
            this.enCours = enCours;
        }

        Lu found(List<UUID> all) {
            retrouves = Set.copyOf(all);
            return this;
        }

        Set<UUID> ids() {
            return lignes.stream().map(Ligne::classe).collect(Collectors.toSet());
        }

        Lieux gathered(List<Classe> named, LocalTime now) {
            var collator = Collator.getInstance(Locale.FRENCH);
            Map<UUID, List<Ligne>> byClasse = new HashMap<>();
            lignes.forEach(l ->
                    byClasse.computeIfAbsent(l.classe, _ -> new ArrayList<>()).add(l));
            var all = new ArrayList<Rassemblement>();
            for (var classe : named) {
                var some = byClasse.getOrDefault(classe.id(), new ArrayList<>());
                some.sort(Comparator.comparing(Ligne::nom, collator).thenComparing(Ligne::eleve));
                var here = new ArrayList<Enfant>();
                var missing = new ArrayList<Enfant>();
                var gone = new ArrayList<Enfant>();
                for (var l : some) {
                    boolean away = l.etat == Etat.ABSENT || l.etat == Etat.NON_ATTENDU;
                    (away ? missing : l.left(now) ? gone : here)
                            .add(new Enfant(l.eleve, l.nom, l.arrive, l.parti, l.annonce, retrouves.contains(l.eleve)));
                }
                var first = some.stream().findFirst();
                all.add(new Rassemblement(
                        classe,
                        first.map(Ligne::appel).orElse(null),
                        first.map(Ligne::repris).orElse(null),
                        here,
                        missing,
                        gone));
            }
            return new Lieux(all, enCours);
        }
    }
}
