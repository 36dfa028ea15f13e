package fr.entecole.cahierdetextes.matieres;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param matieres subjects of all schools instead of those of the programmes; none: the programmes'
@ConfigurationProperties("ent.cahierdetextes")
record ReglagesDesMatieres(@DefaultValue List<String> matieres) {}
