// Read BioPAX with Paxtools; print, for each file, how many individuals and
// property values it found, and how many of some classes.
//   java -cp JARS ReadBiopax.java FOLDER
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.biopax.paxtools.controller.PropertyEditor;
import org.biopax.paxtools.controller.SimpleEditorMap;
import org.biopax.paxtools.io.SimpleIOHandler;
import org.biopax.paxtools.model.BioPAXElement;
import org.biopax.paxtools.model.BioPAXLevel;
import org.biopax.paxtools.model.Model;
import org.biopax.paxtools.model.level3.*;

public class ReadBiopax {
  public static void main(String[] args) throws Exception {
    List<Path> paths;
    try (var all = Files.list(Path.of(args[0]))) {
      paths = all.filter(p -> p.toString().endsWith(".owl")).sorted()
          .collect(Collectors.toList());
    }
    for (Path path : paths) {
      SimpleIOHandler reader = new SimpleIOHandler(BioPAXLevel.L3);
      Model model;
      try (FileInputStream in = new FileInputStream(path.toFile())) {
        model = reader.convertFromOWL(in);
      }
      int values = 0;
      for (BioPAXElement one : model.getObjects()) {
        for (Object editor : SimpleEditorMap.L3.getEditorsOf(one)) {
          PropertyEditor e = (PropertyEditor) editor;
          // What a narrower property says is said by the wider one again.
          String property = e.getProperty();
          if (property.equals("name")) continue; // displayName
          if (property.equals("participant")
              && one instanceof TemplateReaction) continue; // product
          for (Object value : e.getValueFromBean(one)) {
            if (!e.isUnknown(value)) ++values;
          }
        }
      }
      int odd = 0;
      for (Control c : model.getObjects(Control.class)) {
        if (c.getController().isEmpty() || c.getControlled().isEmpty()) ++odd;
      }
      for (ModificationFeature f : model.getObjects(ModificationFeature.class)) {
        if (f.getModificationType() == null) ++odd;
      }
      for (Evidence e : model.getObjects(Evidence.class)) {
        if (e.getEvidenceCode().isEmpty()) ++odd;
      }
      System.out.println(path.getFileName() + "\t" + model.getObjects().size()
          + "\t" + values + "\t" + odd + "\t"
          + model.getObjects(Interaction.class).size() + "\t"
          + model.getObjects(Control.class).size());
    }
  }
}
