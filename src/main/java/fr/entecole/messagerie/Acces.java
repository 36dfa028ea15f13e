package fr.entecole.messagerie;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import java.util.Map;
import java.util.UUID;

/// Who has a box, and what of it they read today: who works in a school, or is a pupil there, what stands in it; a
/// guardian, what they were meant by through a child for whom they still answer.
public record Acces(Utilisateur utilisateur) {

    /// The rule, of a row `p` of participants that is one of this person's.
    public static final String LISIBLE = """
            (p.nature = 'RESPONSABLE' and p.eleves && :enfants or p.nature <> 'RESPONSABLE' and p.ecole_id = any(:ecoles))
            """;

    /// The same, of a message `v` in a conversation of the person `me`: delivered, and not taken back from them.
    public static final String DIT = """
            (v.auteur_id = me.id
             or v.remis_le is not null and v.rappele_le is null and v.masque_le is null
                and (v.retire_le is null
                     or exists (select 1 from messagerie.lecture_retiree x
                                 where x.message_id = v.id and x.personne_id = me.id)))
            """;

    public static Acces of(Utilisateur utilisateur) {
        return new Acces(utilisateur);
    }

    /// Children who do not read yet, and agents, have no box.
    public boolean hasBox() {
        return utilisateur.is(Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL)
                || utilisateur.is(Profil.ELEVE) && !Registre.of(utilisateur).petits();
    }

    /// What [#LISIBLE] asks for, and who they are.
    public Map<String, Object> parametres() {
        return Map.of(
                "moi",
                utilisateur.personnes().toArray(UUID[]::new),
                "enfants",
                Perimetre.of(utilisateur).enfants().toArray(UUID[]::new),
                "ecoles",
                utilisateur.ecoles().toArray(UUID[]::new));
    }
}
