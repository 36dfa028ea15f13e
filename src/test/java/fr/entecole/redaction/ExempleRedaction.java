package fr.entecole.redaction;

import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

/// What three people were typing. A draft has no address of its own: each finds theirs.
class ExempleRedaction implements ExempleDeModule {

    @Override
    public String module() {
        return "redaction";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        assertThat(monde.bean(TextesDuService.class).write("essai", 0, TexteRiche.of("Un mot pour tous")))
                .isPresent();
        for (var passant : List.of(ENSEIGNANTE, DIRECTRICE, RESPONSABLE)) {
            // the page does it while one types, and gets no page for an answer
            monde.jdbc()
                    .sql("""
                            insert into redaction.brouillon (personne_id, lieu, version, base, champs, ecrit_le)
                            values (:qui, 'essai.nouveau', 1, '', '{"texte": "Bonjour à tous"}', :maintenant)
                            """)
                    .param("qui", monde.personne(passant))
                    .param("maintenant", OffsetDateTime.now(monde.bean(Clock.class)))
                    .update();
        }
    }

    @Override
    public String withoutTuile() {
        return "it is inside the rooms' pages";
    }

    @Override
    public String withoutContenu() {
        return "what is written with it is the rooms'";
    }

    @Override
    public String withoutRecherche() {
        return "the rooms search their own texts";
    }

    @Override
    public String withoutMesure() {
        return "it has no page: its route keeps a draft while one types";
    }
}
