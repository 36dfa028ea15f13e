package fr.entecole.messagerie.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.messagerie.Acces;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Recherche;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Messages by the words that they say, their subject and the names of what is attached to them: those of one's own
/// conversations, as each finds them today.
@Component
public class MessagesTrouves implements Recherche {

    public static final int MOST = 30;

    /// One's own conversations first, by their index, then their words: a common word is looked for nowhere else.
    private static final String TROUVES = """
            select m.conversation_id, c.objet, m.extrait, m.ecrit_le, m.auteur_id = any(:moi) as mien, t.prenom, t.nom
              from messagerie.participant p
              join messagerie.conversation c on c.id = p.conversation_id
              join messagerie.message m on m.conversation_id = p.conversation_id
              left join lateral (select n.prenom, n.nom from comptes.nomme n
                                  where n.id = m.auteur_id limit 1) t on true
             where p.personne_id = any(:moi) and m.retire_le is null and m.annule_le is null
               and (m.auteur_id = any(:moi)
                    or m.remis_le is not null and m.rappele_le is null and m.masque_le is null)
               and m.mots @@ redaction.demande(:saisie) and
            """ + Acces.LISIBLE + " order by m.ecrit_le desc, m.id desc limit :limite";

    private final Lectures lectures;

    MessagesTrouves(Lectures lectures) {
        this.lectures = lectures;
    }

    @Override
    public String titre() {
        return t("Les messages");
    }

    @Override
    public int ordre() {
        return 15;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return Acces.of(utilisateur).hasBox();
    }

    @Override
    public Lecture<List<Trouvaille>> find(String saisie, Utilisateur utilisateur) {
        return lecture(saisie, utilisateur, MONTREES + 1)
                .map(found -> found.stream()
                        .map(trouve -> new Trouvaille(
                                trouve.objet(),
                                t("{0}, {1}", trouve.nom(), trouve.quand()),
                                "/messagerie/conversations/" + trouve.conversation()))
                        .toList());
    }

    /// Another search of the same box.
    @Override
    public @Nullable Suite suite() {
        return new Suite("/messagerie/recherche", "q", t("Tous les messages"));
    }

    /// One more than is shown where there are others; none where nothing was typed.
    public List<Trouve> search(Utilisateur utilisateur, String saisie) {
        return saisie.codePoints().noneMatch(Character::isLetterOrDigit)
                ? List.of()
                : lectures.read(lecture(saisie, utilisateur, MOST + 1));
    }

    private static Lecture<List<Trouve>> lecture(String saisie, Utilisateur utilisateur, int limite) {
        Map<String, Object> of = new HashMap<>(Acces.of(utilisateur).parametres());
        of.put("saisie", saisie);
        of.put("limite", limite);
        return Lecture.of(TROUVES, of, (rs, _) -> {
            var prenom = rs.getString("prenom");
            var nom = prenom == null
                    ? t("Quelqu’un")
                    : Appellations.personne(prenom, Objects.requireNonNullElse(rs.getString("nom"), ""));
            return new Trouve(
                    Colonnes.uuid(rs, "conversation_id"),
                    rs.getString("objet"),
                    rs.getBoolean("mien") ? t("Vous") : nom,
                    rs.getString("extrait"),
                    Dates.words(Dates.day(
                            rs.getObject("ecrit_le", OffsetDateTime.class).toInstant())));
        });
    }
}
