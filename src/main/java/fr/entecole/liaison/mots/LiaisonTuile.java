package fr.entecole.liaison.mots;

import static fr.entecole.socle.Phrases.t;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.MemoireDesEcoles;
import fr.entecole.annuaire.MemoireDesEcoles.Gardien;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.liaison.Concernes;
import fr.entecole.liaison.Concernes.Enfant;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.reponses.LectureDesReponses;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Question;
import fr.entecole.socle.memoire.Souvenirs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// What awaits a guardian (mots that they have not answered, others that they have not read), the last mot of whoever
/// writes and how many have read it, and the way to a new one; for a pupil, the way to what is for them.
@Component
class LiaisonTuile implements Tuile {

    /// What they have not read, and what may be answered unless they have for all their children; then, in a row of its
    /// own, when the next one shows.
    private static final String RECUS = LectureDesMots.POUR_MOI + """
            , debout as (
                select m.* from pour_moi p join liaison.mot m on m.id = p.mot_id and m.retire_le is null),
            vu as (
                select m.id, m.ecole_id, m.avant, m.visible_le, v.titre,\s""" + LectureDesReponses.OUVERT + """
                       as ouvert,
                       not exists (select 1 from liaison.lecture l
                                    where l.mot_id = m.id and l.personne_id = any(:personnes)
                                      and l.numero = v.numero) as a_lire
                  from debout m
                  join lateral (select v.numero, v.titre from liaison.version v
                                 where v.mot_id = m.id and v.visible_le <= :maintenant
                                 order by v.numero desc limit 1) v on true
                 where m.visible_le <= :maintenant)
            select m.titre, m.avant, m.visible_le, m.a_lire, m.ouvert,\s"""
            + LectureDesReponses.ATTENTE + """
              from vu m
             where m.a_lire or (m.ouvert and not (:enfants::uuid[] <@ array""" + LectureDesReponses.DITES + """
                   ))
            union all
            select null, null, min(x.le), false, false, null, null, null, null, false
              from debout m
              cross join lateral (select m.visible_le as le union all
                                  select v.visible_le from liaison.version v where v.mot_id = m.id) x
             where x.le > :maintenant
            having count(*) > 0
            """;

    private static final String DERNIER = """
            select m.id, m.visible_le, v.titre,
                   (select count(distinct l.personne_id) from liaison.lecture l
                     where l.mot_id = m.id and l.principale) as lecteurs
              from liaison.mot m
              join lateral (select v.titre from liaison.version v where v.mot_id = m.id
                             order by v.numero desc limit 1) v on true
             where m.auteur_id = any(:personnes) and m.ecole_id = any(:ecoles) and m.retire_le is null
             order by m.publie_le desc, m.id desc limit 1
            """;

    private final Concernes concernes;
    private final MemoireDesEcoles<Set<UUID>, List<Enfant>> enfants;
    private final Souvenirs souvenirs;
    private final Clock clock;

    LiaisonTuile(
            Concernes concernes,
            Cache<Gardien<Set<UUID>>, Gardee<List<Enfant>>> enfantsDesMots,
            Souvenirs souvenirs,
            Clock clock) {
        this.concernes = concernes;
        this.enfants = new MemoireDesEcoles<>(enfantsDesMots, souvenirs, clock);
        this.souvenirs = souvenirs;
        this.clock = clock;
    }

    @Bean
    static Cache<Gardien<Set<UUID>>, Gardee<List<Enfant>>> enfantsDesMots() {
        return Memoire.cache();
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR) ? written(utilisateur) : toRead(utilisateur);
    }

    private Lecture<List<Partie>> toRead(Utilisateur utilisateur) {
        var received = souvenirs.until(
                utilisateur, LocalDate.now(clock), RECUS, () -> question(utilisateur), clock.instant(), Recu::next);
        return enfants(utilisateur).with(received, (enfants, recus) -> parts(utilisateur, enfants, recus));
    }

    private Question<Recu> question(Utilisateur utilisateur) {
        var cles = utilisateur.cles();
        var personnes = utilisateur.personnes().toArray(UUID[]::new);
        var enfants = Perimetre.of(utilisateur).enfants().toArray(UUID[]::new);
        return new Question<>(
                Question.mots("mots", cles.ecoles(), personnes),
                Map.of(
                        "ecoles", cles.ecoles(),
                        "cles", cles.valeurs(),
                        "personnes", personnes,
                        "enfants", enfants,
                        "jour", LocalDate.now(clock)),
                Recu::read);
    }

    private Lecture<List<Enfant>> enfants(Utilisateur utilisateur) {
        return utilisateur.is(Profil.PARENT)
                ? enfants.of(
                        utilisateur,
                        utilisateur.personnes(),
                        concernes.lecture(utilisateur),
                        found -> found.stream().map(Enfant::ecole).toList())
                : Lecture.known(List.of());
    }

    private static List<Partie> parts(Utilisateur utilisateur, List<Enfant> enfants, List<Recu> recus) {
        if (utilisateur.is(Profil.ELEVE)) {
            return recus.stream().anyMatch(Recu::aLire) ? List.of(forEleve(utilisateur)) : List.of();
        }
        var byAnswer = recus.stream()
                .filter(recu -> recu.attente() != null)
                .collect(Collectors.partitioningBy(recu -> recu.awaits(enfants)));
        List<Partie> parts = new ArrayList<>();
        var toAnswer = byAnswer.getOrDefault(true, List.of());
        toAnswer.stream()
                .min(Recu.PRESSING)
                .ifPresent(first -> parts.add(
                        aRepondre(toAnswer.size(), first.id(), first.titre(), first.avant(), names(first, enfants))));
        var toRead = byAnswer.getOrDefault(false, List.of()).stream()
                .filter(Recu::aLire)
                .toList();
        toRead.stream().min(Recu.LATEST).ifPresent(first -> parts.add(aLire(toRead.size(), first.id(), first.titre())));
        return parts;
    }

    /// For which of several children; nothing where there is but one.
    private static String names(Recu recu, List<Enfant> enfants) {
        var attente = recu.attente();
        return attente == null || enfants.size() < 2
                ? ""
                : attente.about(enfants).stream().map(Enfant::prenom).collect(Collectors.joining(", "));
    }

    /// The one whose time comes first, with its button; the others are behind the tab.
    private static Partie aRepondre(int mots, UUID id, String titre, @Nullable LocalDate avant, String enfants) {
        var asked = avant == null ? t("L’école attend votre réponse") : t("Répondre jusqu’au {0}", Dates.jour(avant));
        var when = enfants.isEmpty() ? asked : t("Pour {0}. {1}", enfants, asked);
        return new Partie(
                Place.ATTEND,
                4,
                "socle/attend",
                Map.of(
                        "icone",
                        "signature",
                        "titre",
                        titre,
                        "precision",
                        mots == 1
                                ? when
                                : t(
                                        "{1, plural, one {{0}. Un autre mot attend.} other {{0}. # autres mots attendent.}}",
                                        when, mots - 1),
                        "adresse",
                        "/liaison/mots/" + id,
                        "bouton",
                        t("Lire et répondre")));
    }

    private static Partie aLire(int mots, UUID id, String titre) {
        return new Partie(
                Place.ATTEND,
                5,
                "socle/attend",
                Map.of(
                        "icone",
                        "mot",
                        "titre",
                        mots == 1 ? titre : t("{0, plural, one {Un mot à lire} other {# mots à lire}}", mots),
                        "precision",
                        mots == 1 ? t("Un mot de l’école à lire") : t("Le dernier\u00a0: {0}", titre),
                        "adresse",
                        mots == 1 ? "/liaison/mots/" + id : "/liaison",
                        "bouton",
                        t("Lire")));
    }

    private static Partie forEleve(Utilisateur eleve) {
        return new Partie(
                Place.COLONNE,
                30,
                Registre.of(eleve).petits() ? "liaison/mots/_tuile-petits" : "liaison/mots/_tuile-eleve",
                Map.of());
    }

    private Lecture<List<Partie>> written(Utilisateur utilisateur) {
        var tool = MotAccess.of(utilisateur).publishesSomewhere()
                ? List.of(new Partie(Place.OUTIL, 5, "liaison/mots/_outil", Map.of()))
                : List.<Partie>of();
        return souvenirs
                .of(utilisateur, LocalDate.now(clock), DERNIER, () -> lastOf(utilisateur))
                .map(last -> Stream.concat(tool.stream(), last.stream().map(this::part))
                        .toList());
    }

    private static Question<Dernier> lastOf(Utilisateur utilisateur) {
        var personnes = utilisateur.personnes().toArray(UUID[]::new);
        var ecoles = LectureDesMots.worksIn(utilisateur);
        return new Question<>(
                Question.mots("mots", ecoles, personnes),
                Map.of("personnes", personnes, "ecoles", ecoles),
                (rs, _) -> new Dernier(
                        Colonnes.uuid(rs, "id"),
                        rs.getString("titre"),
                        LectureDesMots.instant(rs, "visible_le"),
                        rs.getInt("lecteurs")));
    }

    private Partie part(Dernier dernier) {
        return new Partie(
                Place.COTE,
                10,
                "liaison/mots/_dernier",
                Map.of(
                        "id",
                        dernier.id,
                        "titre",
                        dernier.titre,
                        "lecteurs",
                        dernier.lecteurs,
                        "attend",
                        dernier.visibleLe.isAfter(clock.instant()),
                        "quand",
                        Dates.moment(dernier.visibleLe, LocalDate.now(clock))));
    }

    private record Dernier(UUID id, String titre, Instant visibleLe, int lecteurs) {}
}
