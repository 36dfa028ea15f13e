package fr.entecole.liaison.mots;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.reponses.LectureDesReponses;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What awaits a guardian (mots that they have not answered, others that they have not read), the last mot of whoever
/// writes and how many have read it, and the way to a new one; for a pupil, the way to what is for them.
@Component
class LiaisonTuile implements Tuile {

    private static final String A_LIRE = LectureDesMots.POUR_MOI + """
            , attend as (
                select m.id, m.visible_le, m.avant, v.titre, l.mot_id is null as a_lire,
                       coalesce(:parent and\s""" + LectureDesReponses.ATTEND + """
                       , false) as a_repondre
                  from pour_moi p
                  join liaison.mot m on m.id = p.mot_id and m.retire_le is null and m.visible_le <= :maintenant
                  join lateral (select v.numero, v.titre from liaison.version v
                                 where v.mot_id = m.id and v.visible_le <= :maintenant
                                 order by v.numero desc limit 1) v on true
                  left join lateral (select l.mot_id from liaison.lecture l
                                      where l.mot_id = m.id and l.personne_id = any(:personnes)
                                        and l.numero = v.numero limit 1) l on true)
            select distinct on (a.a_repondre) count(*) over (partition by a.a_repondre) as mots,
                   a.id, a.titre, a.a_repondre, a.avant
              from attend a
             where a.a_lire or a.a_repondre
             order by a.a_repondre desc, case when a.a_repondre then a.avant end nulls last, a.visible_le desc, a.id desc
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

    private final Clock clock;

    LiaisonTuile(Clock clock) {
        this.clock = clock;
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
        Map<String, Object> of = Map.of(
                "ecoles",
                utilisateur.cles().ecoles(),
                "cles",
                utilisateur.cles().valeurs(),
                "maintenant",
                OffsetDateTime.now(clock),
                "personnes",
                utilisateur.personnes().toArray(UUID[]::new),
                "enfants",
                Perimetre.of(utilisateur).enfants().toArray(UUID[]::new),
                "jour",
                LocalDate.now(clock),
                "parent",
                utilisateur.is(Profil.PARENT));
        return Lecture.of(
                        A_LIRE,
                        of,
                        (rs, _) -> utilisateur.is(Profil.ELEVE)
                                ? forEleve(utilisateur)
                                : rs.getBoolean("a_repondre")
                                        ? aRepondre(
                                                rs.getInt("mots"),
                                                Colonnes.uuid(rs, "id"),
                                                rs.getString("titre"),
                                                rs.getObject("avant", LocalDate.class))
                                        : aLire(rs.getInt("mots"), Colonnes.uuid(rs, "id"), rs.getString("titre")))
                .map(List::copyOf);
    }

    /// The one whose time comes first, with its button; the others are behind the tab.
    private static Partie aRepondre(int mots, UUID id, String titre, @Nullable LocalDate avant) {
        var when = avant == null ? t("L’école attend votre réponse") : t("Répondre jusqu’au {0}", Dates.jour(avant));
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
        return Lecture.of(
                        DERNIER,
                        Map.of(
                                "personnes",
                                utilisateur.personnes().toArray(UUID[]::new),
                                "ecoles",
                                LectureDesMots.worksIn(utilisateur)),
                        (rs, _) -> {
                            Map<String, Object> parametres = new HashMap<>();
                            var visible = LectureDesMots.instant(rs, "visible_le");
                            parametres.put("id", Colonnes.uuid(rs, "id"));
                            parametres.put("titre", rs.getString("titre"));
                            parametres.put("lecteurs", rs.getInt("lecteurs"));
                            parametres.put("attend", visible.isAfter(clock.instant()));
                            parametres.put("quand", Dates.moment(visible, LocalDate.now(clock)));
                            return new Partie(Place.COTE, 10, "liaison/mots/_dernier", parametres);
                        })
                .map(last ->
                        Stream.concat(tool.stream(), last.stream().limit(1)).toList());
    }
}
