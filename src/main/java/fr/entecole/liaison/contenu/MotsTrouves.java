package fr.entecole.liaison.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.LectureDesMots;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Recherche;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Mots by the words that they say, as each has them: a guardian those that reached them, the school its own.
@Component
class MotsTrouves implements Recherche {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final String DERNIERE = """
              join lateral (select v.titre, v.mots from liaison.version v
                             where v.mot_id = m.id and (v.visible_le <= :maintenant or :ecrits)
                             order by v.numero desc limit 1) v on true
            """;

    private static final String TROUVES = """
             and (v.mots @@ redaction.demande(:saisie)
                  or redaction.ressemble(v.mots, (select redaction.fautes(:saisie))))
             order by v.mots @@ redaction.demande(:saisie) desc, m.visible_le desc, m.id desc limit :limite
            """;

    private static final String RECUS = LectureDesMots.POUR_MOI + """
            select m.id, v.titre, m.visible_le from pour_moi p
              join liaison.mot m on m.id = p.mot_id
            """ + DERNIERE
            + " where m.retire_le is null and m.visible_le <= :maintenant" + TROUVES;

    private static final String ENVOYES =
            """
            select m.id, v.titre, m.visible_le from liaison.mot m
            """ + DERNIERE + " where m.retire_le is null and " + LectureDesMots.A_L_ECOLE + TROUVES;

    private final Clock clock;

    MotsTrouves(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String titre() {
        return t("Les mots de l’école");
    }

    @Override
    public int ordre() {
        return 20;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR);
    }

    @Override
    public Lecture<List<Trouvaille>> find(String saisie, Utilisateur utilisateur) {
        boolean school = utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR);
        Map<String, Object> of =
                new HashMap<>(school ? LectureDesMots.ofEcole(utilisateur) : LectureDesMots.forMe(utilisateur));
        of.put("saisie", saisie);
        of.put("maintenant", OffsetDateTime.now(clock));
        of.put("ecrits", school);
        of.put("limite", MONTREES + 1);
        return Lecture.of(school ? ENVOYES : RECUS, of, (rs, _) -> {
            UUID id = Colonnes.uuid(rs, "id");
            var jour = rs.getObject("visible_le", OffsetDateTime.class)
                    .atZoneSameInstant(PARIS)
                    .toLocalDate();
            return new Trouvaille(rs.getString("titre"), Dates.words(jour), "/liaison/mots/" + id);
        });
    }
}
